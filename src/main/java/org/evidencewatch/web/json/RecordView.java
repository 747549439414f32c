package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
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
 * A record as it stands, in the words of the import's JSON form.
 *
 * @param basis what its revision rests on: {@code import}, {@code rubric} or {@code decision}
 * @param decision the decision's id, where it rests on one
 */
@JsonInclude(Include.NON_ABSENT)
public record RecordView(
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
        List<ClaimView> claims,
        List<CitedView> citations,
        int revision,
        String basis,
        Optional<Long> decision,
        Instant revisedAt,
        Instant importedAt,
        boolean sample) {

    /** One claim, and the pages that it names. */
    @JsonInclude(Include.NON_ABSENT)
    public record ClaimView(String dimension, String statement, List<String> urls) {

        static ClaimView of(Claim claim) {
            return new ClaimView(claim.dimension().key(), claim.statement(), claim.urls());
        }
    }

    /** A page that it cites. */
    @JsonInclude(Include.NON_ABSENT)
    public record CitedView(
            String url, String title, Optional<LocalDate> accessed, String kind, Optional<Quote> quote) {

        static CitedView of(CitedPage page) {
            return new CitedView(
                    page.url(), page.title(), page.accessed(), page.kind().key(), page.quote());
        }
    }

    public static RecordView of(StoredRecord stored) {
        var record = stored.record();
        var assessment = record.assessment();
        return new RecordView(
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
                record.claims().stream().map(ClaimView::of).toList(),
                record.citations().stream().map(CitedView::of).toList(),
                stored.revision(),
                stored.basis().word(),
                stored.basis() instanceof Basis.Decided decided ? Optional.of(decided.decision()) : Optional.empty(),
                stored.revisedAt(),
                stored.importedAt(),
                stored.sample());
    }
}
