package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.cli.QueueView.CauseView;
import org.evidencewatch.cli.QueueView.RescoreView;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.OpenReason.Disputed;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.web.json.DecisionView;
import org.evidencewatch.web.json.ItemView;
import org.evidencewatch.web.json.PassageView;
import org.evidencewatch.web.json.ReasonView;
import org.evidencewatch.web.json.StakeView;

/** The queue, or one item, on a person's terminal. */
final class QueueTable {

    private static final int MOST_REASONS = 3;
    private static final int LONGEST_WORDS = 160;
    private static final String COLUMNS = "%6s  %-24s %-12s %6s %8s  %-10s %s";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final Ink ink;

    QueueTable(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    /** The whole queue; of a long item the first reasons only. */
    void print(QueueView queue) {
        if (queue.items().isEmpty()) {
            out.println("Nothing to review: no cited page differs from what was last accepted.");
        } else {
            heading();
            var shown = new HashSet<String>();
            queue.items()
                    .forEach(item -> commonTo(item, queue.causes())
                            .ifPresentOrElse(
                                    cause -> {
                                        if (shown.add(cause.cause())) {
                                            shared(cause, item);
                                        }
                                    },
                                    () -> brief(item)));
        }
        if (!queue.rescore().isEmpty()) {
            out.println();
            out.println(ink.bold("To score again"));
            queue.rescore().forEach(this::again);
        }
    }

    /** The cause that is all that waits in an item and waits at other companies too: then one card is enough for all. */
    private static Optional<CauseView> commonTo(ItemView item, List<CauseView> causes) {
        return causes.stream()
                .filter(cause -> item.reasons().stream()
                        .allMatch(reason -> reason.cause().equals(Optional.of(cause.cause()))))
                .findFirst();
    }

    private void shared(CauseView cause, ItemView example) {
        out.println(ink.bold("%6s  the same change at %d companies, on %d %s"
                .formatted("", cause.companies().size(), cause.pages(), cause.pages() == 1 ? "page" : "pages")));
        brief(example);
        out.printf(
                "        answer all of them with: evidence queue decide %s --reason %d --everywhere ...%n",
                example.company(), example.reasons().getFirst().id());
    }

    /** One item in full, with what was decided there. */
    void print(ItemView item) {
        heading();
        line(item);
        item.rank().ifPresent(rank -> out.printf("        rank %s%n", rank));
        item.reasons().forEach(reason -> {
            reason(reason);
            stake(reason);
            reason.passages().forEach(passage -> passage(passage, Integer.MAX_VALUE));
        });
        if (item.reasons().isEmpty()) {
            out.println("        "
                    + item.closedAt()
                            .map(at -> "all answered; closed " + time(at))
                            .orElse("nothing waits here before its date"));
        }
        item.decisions().ifPresent(said -> said.forEach(this::decision));
        item.notes()
                .ifPresent(notes -> notes.forEach(note -> out.printf(
                        "        note by %s, %s: %s%n",
                        Ink.safe(note.author()), time(note.at()), Ink.safe(note.text()))));
    }

    /** A time for people. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    private void heading() {
        out.println(ink.bold(COLUMNS.formatted("ITEM", "COMPANY", "LANE", "RANK", "SEVERITY", "AGE", "HELD BY")));
    }

    private void brief(ItemView item) {
        line(item);
        List<ReasonView> reasons = item.reasons();
        reasons.stream().limit(MOST_REASONS).forEach(reason -> {
            reason(reason);
            passage(reason.passages().getFirst(), LONGEST_WORDS);
        });
        if (reasons.size() > MOST_REASONS) {
            out.printf("        and %d more: evidence queue show %s%n", reasons.size() - MOST_REASONS, item.company());
        }
    }

    private void line(ItemView item) {
        out.println(ink.bold(COLUMNS.formatted(
                        item.id(),
                        item.company(),
                        item.lane().orElse("-"),
                        item.lane().isEmpty() ? "-" : String.format(Locale.ENGLISH, "%.1f", item.priority()),
                        item.severity(),
                        age(Duration.parse(item.age())),
                        item.heldBy()
                                .flatMap(by -> item.heldUntil().map(until -> Ink.safe(by) + " until " + time(until)))
                                .orElse("-"))
                .stripTrailing()));
    }

    private void reason(ReasonView reason) {
        out.printf(
                "        reason %d, %s, severity %d: %s%n",
                reason.id(),
                reason.lane(),
                reason.severity(),
                Ink.safe(reason.url().orElse("no page")));
        effect(reason.stake()).ifPresent(effect -> out.printf("          if it is so: %s%n", effect));
        reason.signedBy().ifPresent(by -> out.printf("          as %s saw it, who signed for it%n", Ink.safe(by)));
        reason.opinionOf().ifPresent(by -> out.printf("          %s asks for a second opinion%n", Ink.safe(by)));
        reason.candidate().ifPresent(url -> out.printf("          it may be at %s now%n", Ink.safe(url)));
    }

    private void passage(PassageView passage, int longest) {
        if (passage.before().isEmpty() && passage.after().isEmpty()) {
            out.printf("          %s%n", Ink.safe(passage.code()));
            return;
        }
        WordDiff words = WordDiff.of(shown(passage.before(), longest), shown(passage.after(), longest));
        out.printf(
                "          %s: %s -> %s%n",
                Ink.safe(passage.code()), ink.removed(words.before()), ink.added(words.after()));
    }

    private void decision(DecisionView said) {
        out.printf(
                "        decision %d: reason %d, %s%s by %s, %s: %s%s%n",
                said.id(),
                said.reason(),
                said.undoes()
                        .map(undone -> "decision " + undone + " is taken back")
                        .orElse(said.verdict()),
                said.until().map(until -> " until " + time(until)).orElse(""),
                Ink.safe(said.by()),
                time(said.at()),
                Ink.safe(said.why()),
                said.undone()
                        ? " (taken back)"
                        : said.moved().map(moved -> "; " + moved(moved)).orElse(""));
    }

    /** Score and grade before and after: "83 (A) -> 71 (B)". */
    static String moved(Decision.Moved moved) {
        return moved.before() + " -> " + moved.after();
    }

    private static Optional<String> effect(StakeView stake) {
        if (stake.scoreBefore().isPresent() && !stake.scoreBefore().equals(stake.scoreAfter())) {
            return Optional.of("score " + moved(stake.moved()));
        }
        return stake.points() == 0
                ? Optional.empty()
                : Optional.of("%+d points under the rubric".formatted(stake.points()));
    }

    private void stake(ReasonView reason) {
        reason.stake().lines().forEach(line -> out.printf("            %s%n", Ink.safe(line)));
        reason.stake()
                .proposal()
                .forEach(edit -> out.printf(
                        "          a material answer makes the claim %s: %s%n",
                        edit.dimension() + (edit.ordinal() > 0 ? "#" + edit.ordinal() : ""),
                        edit.statement()
                                .map(words -> "\"" + Ink.safe(words) + "\"")
                                .orElse("(dropped)")));
        reason.dispute()
                .flatMap(Disputed::contact)
                .ifPresent(contact -> out.printf("          answer to %s%n", Ink.safe(contact)));
    }

    private void again(RescoreView rescore) {
        out.printf("  %s, since %s%n", rescore.company(), time(rescore.since()));
        rescore.decisions()
                .forEach(said -> out.printf(
                        "      %s, %s (%s)%n",
                        Ink.safe(said.why()), Ink.safe(said.url().orElse("a dispute")), Ink.safe(said.by())));
    }

    private static Optional<String> shown(Optional<String> words, int longest) {
        return words.map(Ink::safe).map(text -> text.length() <= longest ? text : text.substring(0, longest - 1) + "…");
    }

    private static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : age.toMinutes() + " min";
    }
}
