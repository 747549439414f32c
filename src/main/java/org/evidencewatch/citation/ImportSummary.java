package org.evidencewatch.citation;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.InputProblem;

/**
 * What an import came to.
 *
 * @param companies the companies that the files held, without those with errors
 * @param citations the pages that they cite, counted for each company
 * @param sources the distinct pages
 */
public record ImportSummary(
        int companies,
        int citations,
        int sources,
        int added,
        int updated,
        int unchanged,
        List<Loaded> records,
        Taken disputes,
        List<InputProblem> errors,
        List<InputProblem> warnings) {

    /** Disputes as they were stored. */
    public record Taken(int added, int unchanged) {}

    /**
     * One company as a file held it.
     *
     * @param dimensions how many dimensions of the rubric its claims are in
     * @param sources how many pages it cites there
     */
    public record Loaded(
            String slug,
            String name,
            Optional<Integer> score,
            Optional<String> grade,
            int dimensions,
            int sources,
            SaveOutcome outcome) {}

    public ImportSummary {
        records = List.copyOf(records);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
