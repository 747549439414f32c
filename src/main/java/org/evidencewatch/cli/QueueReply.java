package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.cli.QueueView.DecisionView;
import org.evidencewatch.cli.QueueView.ItemView;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Reply;

/**
 * What a command prints of the queue's reply; {@code result} is {@code done}, {@code already-decided}, {@code held},
 * {@code unknown} or {@code refused}.
 */
@JsonInclude(Include.NON_ABSENT)
record QueueReply(
        String result,
        String message,
        Optional<ItemView> item,
        Optional<List<DecisionView>> decisions,
        Optional<String> heldBy,
        Optional<Instant> heldUntil) {

    static QueueReply of(Reply reply, String done) {
        return switch (reply) {
            case Reply.Done d ->
                new QueueReply(
                        "done",
                        done,
                        Optional.of(ItemView.of(d.item())),
                        Optional.of(d.decisions().stream().map(DecisionView::of).toList()),
                        Optional.empty(),
                        Optional.empty());
            case Reply.AlreadyDecided a ->
                new QueueReply(
                        "already-decided",
                        already(a.decision()),
                        Optional.of(ItemView.of(a.item())),
                        Optional.of(List.of(DecisionView.of(a.decision()))),
                        Optional.empty(),
                        Optional.empty());
            case Reply.HeldByAnother h ->
                new QueueReply(
                        "held",
                        h.item().company() + " is held by " + Ink.safe(h.hold().by()) + " until "
                                + QueueTable.time(h.hold().until()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(h.hold().by()),
                        Optional.of(h.hold().until()));
            case Reply.Unknown u -> failure("unknown", "nothing in the queue has this id or company: " + u.word());
            case Reply.Refused r -> failure("refused", r.because());
        };
    }

    /** Whether the caller got what they asked for. */
    boolean done() {
        return result.equals("done");
    }

    private static QueueReply failure(String result, String message) {
        return new QueueReply(result, message, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String already(Decision decision) {
        return "already decided: %s by %s, %s (%s)"
                .formatted(
                        decision.answer().word(),
                        Ink.safe(decision.by()),
                        QueueTable.time(decision.at()),
                        Ink.safe(decision.why()));
    }
}
