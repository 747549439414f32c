package org.evidencewatch.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evidencewatch.change.Reason;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.review.WordDiff;

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
            String url,
            Optional<String> link,
            Optional<String> candidate,
            String observed,
            String confirmed,
            List<Difference> facts,
            Optional<Difference> worst,
            List<Difference> others,
            String othersCounted) {

        /** What an answer to this reason alone answers. */
        public Set<Long> ids() {
            return Set.of(id);
        }
    }

    /** One passage that differs. */
    record Difference(String what, WordDiff words) {}

    /** One decision. */
    record Said(String verdict, String url, String by, String why, String at, Optional<String> until) {}

    static ItemPage of(Item item, List<Decision> decisions, String reader) {
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
                item.reasons().stream().map(ItemPage::card).toList(),
                decisions.stream().map(ItemPage::said).toList());
    }

    /** The name that the style sheet knows a lane by. */
    static String laneClass(Lane lane) {
        return "lane-" + lane.label().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Card card(OpenReason reason) {
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
                Wording.link(reason.url()),
                reason.candidate().flatMap(Wording::link),
                Wording.time(reason.observedAt()),
                Wording.time(reason.confirmedAt()),
                facts,
                words.stream().findFirst(),
                others,
                Wording.counted(others.size(), "more difference"));
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
                decision.answer().word(),
                decision.url(),
                decision.by(),
                decision.why(),
                Wording.time(decision.at()),
                decision.until().map(Wording::time));
    }
}
