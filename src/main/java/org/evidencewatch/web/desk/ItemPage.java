package org.evidencewatch.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evidencewatch.change.Reason;
import org.evidencewatch.review.Cause;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.OpenReason.Disputed;
import org.evidencewatch.review.Stake;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.web.Wording;

/**
 * One work item as its page shows it to one person.
 *
 * @param mine whether the reader holds it
 * @param other who else holds it, and until when
 */
record ItemPage(
        long id,
        String name,
        String company,
        String opened,
        boolean closed,
        boolean mine,
        Optional<Holder> other,
        String until,
        List<Card> cards,
        List<Said> decisions) {

    /** Whether there is more than one reason to answer. */
    public boolean several() {
        return cards.size() > 1;
    }

    /** The reasons that the page shows: what an answer to all of them answers. */
    public Set<Long> ids() {
        return cards.stream().map(Card::id).collect(Collectors.toSet());
    }

    /** Whether the page has the form that the draft was typed in. */
    public boolean offers(Draft draft) {
        return other.isEmpty()
                && (draft.reason().equals(ids())
                        || cards.stream().map(Card::ids).anyMatch(draft.reason()::equals));
    }

    /** Somebody else at this item. */
    record Holder(String name, String until) {}

    /**
     * One reason that waits.
     *
     * @param facts what the page stated, or states now, otherwise
     * @param worst the weightiest difference of words
     */
    record Card(
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
            String othersCounted) {

        /** What an answer to this reason alone answers. */
        public Set<Long> ids() {
            return Set.of(id);
        }
    }

    /**
     * What an answer that the claim no longer stands would do.
     *
     * @param score before and after, where it moves
     * @param rank why the reason stands where it does
     * @param edits the claims as they would be stated
     */
    record Effect(Optional<String> score, String rank, List<Edit> edits, List<String> lines) {}

    /** A claim as it would be stated. */
    record Edit(String dimension, String statement) {}

    /** One passage that differs. */
    record Difference(String what, WordDiff words) {}

    /** One decision. */
    record Said(
            long id,
            String verdict,
            Optional<String> url,
            String by,
            String why,
            String at,
            Optional<String> until,
            Optional<String> moved,
            boolean undoable) {}

    static ItemPage of(Item item, List<Decision> decisions, List<Cause> causes, String reader) {
        Optional<Hold> other = item.hold().filter(hold -> !hold.by().equals(reader));
        return new ItemPage(
                item.id(),
                item.name(),
                item.company(),
                Wording.time(item.openedAt()),
                item.closedAt().isPresent(),
                item.hold().isPresent() && other.isEmpty(),
                other.map(hold -> new Holder(hold.by(), Wording.time(hold.until()))),
                item.hold().map(hold -> Wording.time(hold.until())).orElse(""),
                item.reasons().stream()
                        .map(reason -> card(item, reason, causes))
                        .toList(),
                decisions.stream().map(ItemPage::said).toList());
    }

    /** The name that the style sheet knows a lane by. */
    static String laneClass(Lane lane) {
        return "lane-" + lane.label().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Card card(Item item, OpenReason reason, List<Cause> causes) {
        List<Difference> facts = differences(reason, Reason::ofFact, Wording::direction);
        List<Difference> words = differences(reason, passage -> !passage.ofFact(), Wording::words);
        List<Difference> others = words.stream().skip(1).toList();
        return new Card(
                reason.id(),
                reason.lane().label(),
                laneClass(reason.lane()),
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
                elsewhere(reason, causes),
                facts,
                words.stream().findFirst(),
                others,
                Wording.counted(others.size(), "more difference"));
    }

    /** At how many other companies the same change waits. */
    private static int elsewhere(OpenReason reason, List<Cause> causes) {
        return causes.stream()
                .filter(cause -> reason.cause().equals(Optional.of(cause.id())))
                .mapToInt(cause -> cause.companies().size() - 1)
                .findFirst()
                .orElse(0);
    }

    private static Effect effect(Item item, OpenReason reason) {
        Stake stake = reason.stake();
        return new Effect(
                Wording.moved(stake.moved()),
                stake.explained(reason.severity(), item.age()),
                stake.proposal().stream()
                        .map(edit -> new Edit(
                                Wording.dimension(edit.dimension()),
                                edit.statement().orElse("(dropped)")))
                        .toList(),
                stake.lines());
    }

    private static List<Difference> differences(
            OpenReason reason, Predicate<Reason> kind, UnaryOperator<String> naming) {
        return reason.passages().stream()
                .filter(kind)
                .map(passage ->
                        new Difference(naming.apply(passage.code()), WordDiff.of(passage.before(), passage.after())))
                .toList();
    }

    private static Said said(Decision decision) {
        return new Said(
                decision.id(),
                Wording.answer(decision.answer()),
                decision.url(),
                decision.by(),
                decision.why(),
                Wording.time(decision.at()),
                decision.until().map(Wording::time),
                decision.moved().flatMap(Wording::moved),
                !decision.undone() && decision.undoes().isEmpty());
    }
}
