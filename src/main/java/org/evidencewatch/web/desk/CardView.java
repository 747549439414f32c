package org.evidencewatch.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.Reason;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.ComparedCaptures;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.OpenReason.Disputed;
import org.evidencewatch.review.Stake;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.web.Wording;

/**
 * One reason with everything that a decision on it needs.
 *
 * @param facts what the page stated, or states now, otherwise
 * @param worst the weightiest difference of words
 * @param claims those in question, as they are published
 * @param captures what is compared
 * @param elsewhere at how many other companies the same change waits
 * @param suggested the answer that the machine would give
 */
record CardView(
        long id,
        String lane,
        String laneClass,
        int severity,
        String title,
        Optional<String> url,
        Optional<String> link,
        Optional<String> candidate,
        String observed,
        String confirmed,
        Optional<String> signedBy,
        Optional<String> opinionOf,
        Optional<Disputed> dispute,
        Effect effect,
        int elsewhere,
        List<Difference> facts,
        Optional<Difference> worst,
        List<Difference> others,
        String othersCounted,
        List<ClaimView> claims,
        Optional<ComparedCaptures.Pair> captures,
        Optional<Suggestion> suggested) {

    /**
     * What an answer that the claim no longer stands would do.
     *
     * @param score before and after, where it moves
     * @param rank why the reason stands where it does
     * @param lines what moves the score, line by line
     */
    record Effect(Optional<String> score, boolean falls, String rank, List<String> lines) {}

    /** One passage that differs. */
    record Difference(String what, WordDiff words) {}

    /** An answer, and why it is suggested. */
    record Suggestion(String word, String because) {}

    /** What an answer to this reason alone answers. */
    public Set<Long> ids() {
        return Set.of(id);
    }

    /** Whether the answer is the one that the machine would give. */
    public boolean suggests(String word) {
        return suggested.filter(suggestion -> suggestion.word().equals(word)).isPresent();
    }

    static CardView of(
            Item item,
            OpenReason reason,
            int elsewhere,
            Optional<ClaimSheet> sheet,
            Optional<ComparedCaptures.Pair> captures) {
        List<Difference> facts = differences(reason, Reason::ofFact, Wording::direction);
        List<Difference> words = differences(reason, passage -> !passage.ofFact(), Wording::words);
        List<Difference> others = words.stream().skip(1).toList();
        return new CardView(
                reason.id(),
                reason.lane().label(),
                ItemPage.laneClass(reason.lane()),
                reason.severity(),
                reason.title(),
                reason.url(),
                reason.url().flatMap(Wording::link),
                reason.candidate().flatMap(Wording::link),
                Wording.time(reason.observedAt()),
                reason.confirmedAt().map(Wording::time).orElse(""),
                reason.handmade(),
                reason.opinionOf(),
                reason.dispute(),
                effect(item, reason),
                elsewhere,
                facts,
                words.stream().findFirst(),
                others,
                Wording.counted(others.size(), "more difference"),
                sheet.map(claims -> ClaimView.of(claims, reason)).orElse(List.of()),
                captures,
                suggested(reason));
    }

    private static Effect effect(Item item, OpenReason reason) {
        Stake stake = reason.stake();
        return new Effect(
                Wording.moved(stake.moved()),
                stake.scoreAfter().orElse(0) < stake.scoreBefore().orElse(0),
                stake.explained(reason.severity(), item.age()),
                stake.lines());
    }

    /** Worse beats better: one fact that is worse is news, whatever else became better. */
    private static Optional<Suggestion> suggested(OpenReason reason) {
        if (reason.passages().stream().anyMatch(passage -> passage.code().equals("fact-worse"))) {
            return suggestion(Answer.MATERIAL_WORSE, "a stated fact is worse for the subscriber");
        }
        if (reason.passages().stream().anyMatch(passage -> passage.code().equals("fact-better"))) {
            return suggestion(Answer.MATERIAL_BETTER, "a stated fact is better for the subscriber");
        }
        if (reason.passages().stream().anyMatch(Reason::ofFact)) {
            return suggestion(Answer.MATERIAL_NEUTRAL, "a stated fact is another");
        }
        return reason.lane() == Lane.MOVED && reason.candidate().isPresent()
                ? suggestion(Answer.SOURCE_MOVED, "the page leads to another address")
                : Optional.empty();
    }

    private static Optional<Suggestion> suggestion(Answer answer, String because) {
        return Optional.of(new Suggestion(answer.word(), because));
    }

    private static List<Difference> differences(
            OpenReason reason, Predicate<Reason> kind, UnaryOperator<String> naming) {
        return reason.passages().stream()
                .filter(kind)
                .map(passage ->
                        new Difference(naming.apply(passage.code()), WordDiff.of(passage.before(), passage.after())))
                .toList();
    }
}
