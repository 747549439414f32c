package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Basis;
import org.evidencewatch.citation.StoredRecord;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.Quote;

/**
 * A record as JSON, in the words of the import's JSON form, with its revision.
 *
 * @param basis what the revision rests on: {@code import}, {@code rubric} or {@code decision}
 * @param decision its number, where it rests on one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PublishedRecord(
        String slug,
        String name,
        Optional<String> category,
        Optional<String> country,
        Optional<Integer> score,
        Optional<String> grade,
        Optional<String> tier,
        Optional<String> rubric,
        Optional<LocalDate> lastReviewed,
        Optional<String> scope,
        Optional<String> summary,
        List<Stated> claims,
        List<Cited> citations,
        int revision,
        String basis,
        Optional<Long> decision,
        Instant revisedAt,
        Instant importedAt,
        boolean sample) {

    record Stated(String dimension, String statement, List<String> urls) {

        static Stated of(Claim claim) {
            return new Stated(claim.dimension().key(), claim.statement(), claim.urls());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Cited(String url, String title, Optional<LocalDate> accessed, String kind, Optional<Quote> quote) {

        static Cited of(CitedPage page) {
            return new Cited(
                    page.url(), page.title(), page.accessed(), page.kind().key(), page.quote());
        }
    }

    static PublishedRecord of(StoredRecord stored) {
        var record = stored.record();
        var assessment = record.assessment();
        return new PublishedRecord(
                record.slug(),
                record.name(),
                record.category(),
                record.country(),
                assessment.score(),
                assessment.grade(),
                assessment.tier(),
                assessment.rubric(),
                assessment.lastReviewed(),
                assessment.scope(),
                assessment.summary(),
                record.claims().stream().map(Stated::of).toList(),
                record.citations().stream().map(Cited::of).toList(),
                stored.revision(),
                stored.basis().word(),
                decision(stored.basis()),
                stored.revisedAt(),
                stored.importedAt(),
                stored.sample());
    }

    private static Optional<Long> decision(Basis basis) {
        return switch (basis) {
            case Basis.Imported imported -> Optional.empty();
            case Basis.Rubric rubric -> Optional.empty();
            case Basis.Decided decided -> Optional.of(decided.decision());
        };
    }
}
