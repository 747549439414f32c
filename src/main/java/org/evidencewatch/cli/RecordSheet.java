package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Basis;
import org.evidencewatch.citation.StoredRecord;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.CompanyRecord;

/** Prints one record for people. */
final class RecordSheet {

    private final PrintWriter out;

    RecordSheet(PrintWriter out) {
        this.out = out;
    }

    void print(StoredRecord stored) {
        var record = stored.record();
        var assessment = record.assessment();
        out.println(joined(List.of(Optional.of(record.name()), record.category(), record.country())));
        out.println(joined(List.of(
                Optional.of(standing(assessment)),
                assessment.rubric(),
                assessment.tier().map(tier -> tier + " tier"))));
        out.println(joined(List.of(
                assessment.lastReviewed().map(day -> "last reviewed " + day),
                assessment.scope().map(scope -> "scope: " + scope),
                Optional.of("revision " + stored.revision() + ", " + basis(stored)))));
        if (stored.sample()) {
            out.println("Invented, for the demonstration.");
        }
        assessment.summary().ifPresent(summary -> out.printf("%n%s%n", summary));
        printClaims(record);
        printCitations(record.citations());
        out.flush();
    }

    private void printClaims(CompanyRecord record) {
        out.printf("%nClaims%n");
        record.claims()
                .forEach(claim -> out.printf("  %-17s  %s%n", claim.dimension().key(), claim.statement()));
        if (record.claims().isEmpty()) {
            out.println("  none");
        }
    }

    private void printCitations(List<CitedPage> citations) {
        out.printf("%nCitations (%d)%n", citations.size());
        for (var page : citations) {
            String accessed = page.accessed().map(LocalDate::toString).orElse("-");
            out.printf("  %-8s  %-10s  %s%n", page.kind().key(), accessed, page.title());
            if (!page.title().equals(page.url())) {
                out.printf("%24s%s%n", "", page.url());
            }
            page.quote().ifPresent(quote -> out.printf("%24s\"%s\"%n", "", quote.exact()));
        }
    }

    private static String basis(StoredRecord stored) {
        String since = " at " + stored.revisedAt() + " (imported " + stored.importedAt() + ")";
        return switch (stored.basis()) {
            case Basis.Imported imported -> "imported " + stored.importedAt();
            case Basis.Rubric rubric -> "scored by " + Ink.safe(rubric.version()) + since;
            case Basis.Decided decided -> "by decision " + decided.decision() + since;
        };
    }

    private static String standing(Assessment assessment) {
        return assessment
                .score()
                .map(score -> "%d/100%s"
                        .formatted(
                                score,
                                assessment
                                        .grade()
                                        .map(g -> " (grade " + g + ")")
                                        .orElse("")))
                .orElse("no score");
    }

    private static String joined(List<Optional<String>> parts) {
        return String.join(" · ", parts.stream().flatMap(Optional::stream).toList());
    }
}
