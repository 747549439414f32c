package org.evidencewatch.web.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.Neighbours;
import org.evidencewatch.review.Note;
import org.evidencewatch.review.OpenReason;
import org.evidencewatch.web.Wording;

/**
 * One work item as its page shows it to one person.
 *
 * @param mine whether the reader holds it
 * @param other who else holds it, and until when
 * @param version what a decision is held against
 * @param later the day that is offered to put it off to, as {@code 2026-05-31}
 * @param tabs the reasons that wait, if there are several
 * @param card the one that is shown
 * @param around what stands before and after it where the reader came from
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
        String version,
        String later,
        List<Tab> tabs,
        Optional<CardView> card,
        List<Said> decisions,
        List<Written> notes,
        Optional<Neighbours> around) {

    /** By then a page that has just gone has been read often enough to count as gone. */
    private static final int PUT_OFF_DAYS = 3;

    /** The reasons that the item holds: what an answer to all of them answers. */
    public Set<Long> ids() {
        return tabs.stream().map(Tab::id).collect(Collectors.toSet());
    }

    /** Whether the page has the form that the draft was typed in. */
    public boolean offers(Draft draft) {
        return other.isEmpty()
                && (draft.reason().equals(ids())
                        || card.filter(shown -> draft.reason().equals(shown.ids()))
                                .isPresent());
    }

    /** Somebody else at this item. */
    record Holder(String name, String until) {}

    /** A reason to choose. */
    record Tab(long id, String lane, String laneClass, String title, int severity, boolean shown) {}

    /** A note. */
    record Written(String by, String at, String text) {}

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

    /** What is read for the page beside the item itself. */
    record Beside(
            Optional<CardView> card,
            List<Decision> decisions,
            List<Note> notes,
            Optional<Neighbours> around,
            LocalDate today) {}

    static ItemPage of(Item item, Beside beside, String reader) {
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
                item.version(),
                beside.today().plusDays(PUT_OFF_DAYS).toString(),
                item.reasons().stream()
                        .map(reason -> tab(reason, beside.card()))
                        .toList(),
                beside.card(),
                beside.decisions().stream().map(ItemPage::said).toList(),
                beside.notes().stream()
                        .map(note -> new Written(note.author(), Wording.time(note.at()), note.text()))
                        .toList(),
                beside.around());
    }

    /** The name that the style sheet knows a lane by. */
    static String laneClass(Lane lane) {
        return "lane-" + lane.label().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Tab tab(OpenReason reason, Optional<CardView> shown) {
        return new Tab(
                reason.id(),
                reason.lane().label(),
                laneClass(reason.lane()),
                reason.title(),
                reason.severity(),
                shown.filter(card -> card.id() == reason.id()).isPresent());
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
