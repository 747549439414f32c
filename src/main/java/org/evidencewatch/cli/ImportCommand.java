package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.change.ClaimWatch;
import org.evidencewatch.citation.Disputes;
import org.evidencewatch.citation.ImportSummary;
import org.evidencewatch.citation.RecordImport;
import org.evidencewatch.citation.Records;
import org.evidencewatch.company.InputProblem;
import org.evidencewatch.extract.CardText;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads company records from files. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Loads company records: a published card (text or HTML), JSON, or a CSV of citations; or disputes as JSON.",
            "Importing a file again changes nothing. A record with an error in it is not loaded at all."
        },
        footer = {
            "",
            "Exit: 0 everything was loaded, 2 something in a file is wrong (the rest was loaded).",
            "",
            "Example: evidence import fixtures/companies/tidewater-courses.txt"
        })
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of records; their formats may be mixed.")
    private List<Path> files;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try (var house = evidence.open()) {
            var records = new RecordImport(
                    house.getBean(Records.class),
                    house.getBean(Disputes.class),
                    new CardText(),
                    house.getBean(Clock.class));
            var summary = records.run(files, false);
            // pages that are held already are read for the new claims at once
            house.getBean(ClaimWatch.class).settle(house.getBean(Clock.class).instant());
            house.getBean(WorkQueue.class).weigh();
            if (json) {
                evidence.json(Report.of(summary));
            } else {
                new ImportTable(evidence.out()).print(summary);
            }
            return summary.errors().isEmpty() ? Evidence.DONE : Evidence.WRONG_INPUT;
        }
    }

    /** The summary as JSON. */
    record Report(
            int companies,
            int citations,
            int sources,
            int added,
            int updated,
            int unchanged,
            List<Row> records,
            List<InputProblem> errors,
            List<InputProblem> warnings,
            ImportSummary.Taken disputes) {

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        record Row(
                String slug,
                String name,
                Optional<Integer> score,
                Optional<String> grade,
                int dimensions,
                int sources,
                String outcome) {}

        static Report of(ImportSummary summary) {
            return new Report(
                    summary.companies(),
                    summary.citations(),
                    summary.sources(),
                    summary.added(),
                    summary.updated(),
                    summary.unchanged(),
                    summary.records().stream().map(Report::row).toList(),
                    summary.errors(),
                    summary.warnings(),
                    summary.disputes());
        }

        private static Row row(ImportSummary.Loaded loaded) {
            return new Row(
                    loaded.slug(),
                    loaded.name(),
                    loaded.score(),
                    loaded.grade(),
                    loaded.dimensions(),
                    loaded.sources(),
                    loaded.outcome().word());
        }
    }
}
