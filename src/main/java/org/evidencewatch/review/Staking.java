package org.evidencewatch.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.change.Reason;
import org.evidencewatch.score.Scoring;
import org.springframework.stereotype.Component;

/** Keeps what is at stake with every open reason, worked out anew where record, verdicts on its claims or rubric changed. */
@Component
class Staking {

    private final Stakes stakes;
    private final Revisions revisions;
    private final RestingClaims resting;
    private final ConfirmedChanges changes;
    private final Planning planning;
    private final Scoring scoring;

    Staking(
            Stakes stakes,
            Revisions revisions,
            RestingClaims resting,
            ConfirmedChanges changes,
            Planning planning,
            Scoring scoring) {
        this.stakes = stakes;
        this.revisions = revisions;
        this.resting = resting;
        this.changes = changes;
        this.planning = planning;
        this.scoring = scoring;
    }

    /** Companies of which something is to be worked out; none where nothing changed, for the price of one look. */
    List<Long> due() {
        return stakes.due(rubric(), Optional.empty()).stream()
                .map(Stakes.Due::company)
                .distinct()
                .toList();
    }

    /** Works it out for the open reasons of a company. */
    void settle(long company) {
        stakes.due(rubric(), Optional.of(company)).forEach(this::settle);
    }

    private String rubric() {
        return scoring.rubric().id() + " " + scoring.rubric().digest();
    }

    private void settle(Stakes.Due due) {
        stakes.save(due, stake(due));
    }

    private Stake stake(Stakes.Due due) {
        List<Reason> passages = due.change().map(changes::passages).orElse(List.of());
        double probability = Stake.probability(due.lane(), due.severity(), passages);
        List<RestingClaim> claims =
                due.change().map(change -> resting.on(due.company(), change)).orElse(List.of());
        return revisions
                .current(due.company())
                .map(now -> stake(now, probability, claims, passages))
                .orElseGet(() -> Stake.unknown(due.lane(), due.severity()));
    }

    /** Where no fact is known to have changed, the claims that rest on the page alone may fall. */
    private Stake stake(RecordState now, double probability, List<RestingClaim> claims, List<Reason> passages) {
        List<ClaimEdit> proposal = planning.altered(now, claims, passages);
        List<ClaimEdit> feared = proposal.isEmpty() && passages.stream().noneMatch(Reason::ofFact)
                ? Planning.dropped(
                        now, claims.stream().filter(claim -> !claim.stands()).toList())
                : proposal;
        Plan plan = planning.plan(now, feared);
        var effect = plan.effect();
        return new Stake(
                probability,
                effect.points(),
                effect.scoreBefore(),
                effect.scoreAfter(),
                effect.gradeBefore(),
                effect.gradeAfter(),
                claims.stream()
                        .filter(claim -> feared.stream().map(ClaimEdit::place).anyMatch(claim.place()::equals))
                        .mapToInt(RestingClaim::supporting)
                        .min()
                        .orElse(0),
                proposal,
                feared.stream().map(edit -> edit.dimension().key()).distinct().toList(),
                Stream.of(effect.lines().stream(), effect.difference().stream(), effect.caveat().stream())
                        .flatMap(words -> words)
                        .toList());
    }
}
