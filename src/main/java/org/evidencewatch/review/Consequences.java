package org.evidencewatch.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.citation.CitationEdit;
import org.evidencewatch.citation.RepairReply;
import org.evidencewatch.citation.Repairs;
import org.evidencewatch.review.Decisions.Kept;
import org.evidencewatch.review.Docket.Ground;
import org.evidencewatch.review.Docket.Line;
import org.springframework.stereotype.Component;

/** Does what follows from a decision that is recorded: one state of the reason, one effect on the record. */
@Component
class Consequences {

    private final Reasons reasons;
    private final Revisions revisions;
    private final Repairs repairs;
    private final Endings endings;

    Consequences(Reasons reasons, Revisions revisions, Repairs repairs, Endings endings) {
        this.reasons = reasons;
        this.revisions = revisions;
        this.repairs = repairs;
        this.endings = endings;
    }

    /** Why a decision cannot have its effect; empty when it has had it. */
    Optional<String> of(long decision, Kept kept, RecordEdit edit) {
        Line line = kept.line();
        switch (kept.answer()) {
            case DEFER -> reasons.defer(line.reason(), kept.until().orElseThrow());
            case NEEDS_SECOND_OPINION -> reasons.callAnother(line.reason(), kept.reviewer());
            case UNDO -> throw new IllegalArgumentException("an undo is no answer");
            case MATERIAL_WORSE,
                    MATERIAL_BETTER,
                    MATERIAL_NEUTRAL,
                    SOURCE_GONE,
                    SOURCE_MOVED,
                    CITATION_INSUFFICIENT,
                    BAD_CAPTURE,
                    REWORDED,
                    NOISE -> reasons.answer(line.reason(), kept.at());
        }
        kept.plan().filter(Plan::moves).ifPresent(plan -> revise(plan, decision, kept.at()));
        if (kept.answer().material() || kept.plan().filter(Plan::moves).isPresent()) {
            reasons.rescore(decision);
        }
        return repaired(decision, kept, edit).or(() -> ended(kept));
    }

    private void revise(Plan plan, long decision, Instant at) {
        revisions.append(
                plan.now(), plan.after(), plan.effect(), decision, at, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private Optional<String> repaired(long decision, Kept kept, RecordEdit edit) {
        var by = new Authority(Optional.of(decision), kept.reviewer(), kept.why(), kept.at());
        for (CitationEdit change : edits(kept, edit)) {
            if (repairs.apply(change, by) instanceof RepairReply.Refused refused) {
                return Optional.of(refused.because());
            }
        }
        return Optional.empty();
    }

    private static List<CitationEdit> edits(Kept kept, RecordEdit edit) {
        Line line = kept.line();
        if (line.citation().isEmpty() || line.page().isEmpty()) {
            return List.of();
        }
        long citation = line.citation().get();
        if (kept.answer() == Answer.SOURCE_MOVED) {
            String url = edit.url()
                    .or(() -> line.page().flatMap(Ground.OfPage::candidate))
                    .orElseThrow();
            return List.of(new CitationEdit.Move(citation, url));
        }
        if (kept.answer().uncites()) {
            return List.of(new CitationEdit.Retire(citation));
        }
        return edit.quote()
                .<List<CitationEdit>>map(quote -> List.of(new CitationEdit.Requote(citation, quote)))
                .orElse(List.of());
    }

    private Optional<String> ended(Kept kept) {
        boolean inTime = !kept.answer().ends()
                || kept.line()
                        .page()
                        .map(page -> endings.endIfAnswered(page.change(), kept.at()))
                        .orElse(true);
        return inTime
                ? Optional.empty()
                : Optional.of("the page changed again while this was decided; look at it once more");
    }
}
