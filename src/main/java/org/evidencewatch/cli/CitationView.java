package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.CitationSheets;
import org.evidencewatch.company.Quote;

/** What a company cites, and what was repaired of it, as JSON. */
record CitationView(String company, List<Line> citations, List<CitationSheets.Repaired> repairs) {

    /**
     * One citation.
     *
     * @param page the canonical address of the page that is read for it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            long id,
            String url,
            String page,
            String title,
            Optional<LocalDate> accessed,
            String kind,
            Optional<Quote> quote,
            Optional<Instant> retired) {

        static Line of(CitationSheets.Listed listed) {
            var cited = listed.cited();
            return new Line(
                    listed.id(),
                    cited.url(),
                    listed.page(),
                    cited.title(),
                    cited.accessed(),
                    cited.kind().key(),
                    cited.quote(),
                    listed.retired());
        }
    }

    static CitationView of(CitationSheets.Sheet sheet) {
        return new CitationView(
                sheet.company(), sheet.citations().stream().map(Line::of).toList(), sheet.repairs());
    }
}
