package org.evidencewatch.review;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.review.Docket.Ground;
import org.evidencewatch.review.Docket.Line;
import org.evidencewatch.score.Scoring;
import org.springframework.stereotype.Component;

/** Works out what an answer would do to a record; writes nothing. */
@Component
class Planning {

    private final Revisions revisions;
    private final RestingClaims resting;
    private final ConfirmedChanges changes;
    private final Scoring scoring;
    private final FactReader reader = new FactReader();

    Planning(Revisions revisions, RestingClaims resting, ConfirmedChanges changes, Scoring scoring) {
        this.revisions = revisions;
        this.resting = resting;
        this.changes = changes;
        this.scoring = scoring;
    }

    /** What an answer to that reason would do; empty where nothing was published of the company. */
    Optional<Plan> of(Line line, Answer answer, RecordEdit edit) {
        return revisions.current(line.company()).map(now -> {
            List<ClaimEdit> edits = edit.claims().orElseGet(() -> proposed(line, answer, now));
            return plan(now, answer.material() || answer.uncites() ? edits : List.of());
        });
    }

    /** What these edits would do. */
    Plan plan(RecordState now, List<ClaimEdit> edits) {
        List<RecordClaim> after = ClaimEdit.apply(now.claims(), edits);
        return new Plan(now, after, scoring.effect(now.assessment(), now.stated(), now.stated(after)));
    }

    private List<ClaimEdit> proposed(Line line, Answer answer, RecordState now) {
        return switch (line.ground()) {
            case Ground.OfDispute dispute -> List.of();
            case Ground.OfPage page -> {
                List<RestingClaim> claims = resting.on(line.company(), page.change());
                yield answer.uncites() ? dropped(now, claims) : altered(now, claims, changes.passages(page.change()));
            }
        };
    }

    /** The claims of a record state what a page states now. */
    List<ClaimEdit> altered(RecordState now, List<RestingClaim> claims, List<Reason> passages) {
        List<String> quotes = claims.stream()
                .flatMap(claim -> claim.quote().stream())
                .distinct()
                .toList();
        return new Proposal(reader, quotes).edits(now.claims(), passages);
    }

    /** The claims that nothing else supports are dropped with their page. */
    static List<ClaimEdit> dropped(RecordState now, List<RestingClaim> claims) {
        return now.claims().stream()
                .filter(claim ->
                        claims.stream().anyMatch(on -> on.place().equals(claim.place()) && on.supporting() == 0))
                .map(claim -> new ClaimEdit(claim.dimension(), claim.ordinal(), Optional.empty()))
                .toList();
    }
}
