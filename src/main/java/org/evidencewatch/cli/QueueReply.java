package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Reply;
import org.evidencewatch.web.json.DecisionView;
import org.evidencewatch.web.json.ItemView;

/**
 * What a command prints of the queue's reply; {@code result} is {@code done}, {@code already-decided}, {@code held},
 * {@code unknown} or {@code refused}. {@code members} has the reply at each company where something was answered everywhere.
 */
@JsonInclude(Include.NON_ABSENT)
record QueueReply(
        String result,
        String message,
        Optional<ItemView> item,
        Optional<List<DecisionView>> decisions,
        Optional<String> heldBy,
        Optional<Instant> heldUntil,
        Optional<List<Member>> members) {

    /** What came of it at one company. */
    record Member(String company, String result, String message) {}

    static QueueReply of(Reply reply, String done) {
        return switch (reply) {
            case Reply.Done d ->
                new QueueReply(
                        "done",
                        done,
                        Optional.of(ItemView.of(d.item())),
                        Optional.of(d.decisions().stream().map(DecisionView::of).toList()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Reply.Everywhere e -> everywhere(e);
            case Reply.AlreadyDecided a ->
                new QueueReply(
                        "already-decided",
                        already(a.decision()),
                        Optional.of(ItemView.of(a.item())),
                        Optional.of(List.of(DecisionView.of(a.decision()))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case Reply.Stale s ->
                new QueueReply(
                        "stale",
                        s.item().company() + " is no longer as it was seen; look at it as it is now",
                        Optional.of(ItemView.of(s.item())),
                        Optional.empty(),
                        Optional.empty(),
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
                        Optional.of(h.hold().until()),
                        Optional.empty());
            case Reply.Unknown u -> failure("unknown", "nothing in the queue has this id or company: " + u.word());
            case Reply.Refused r -> failure("refused", r.because());
        };
    }

    /** Whether the caller got what they asked for. */
    boolean done() {
        return result.equals("done");
    }

    private static QueueReply failure(String result, String message) {
        return new QueueReply(
                result,
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Done where it is recorded at one company at least. */
    private static QueueReply everywhere(Reply.Everywhere reply) {
        List<Member> members = reply.members().stream()
                .map(member -> {
                    QueueReply own = of(member.reply(), "recorded");
                    return new Member(member.company(), own.result(), own.message());
                })
                .toList();
        String rest = members.stream()
                .filter(member -> !member.result().equals("done"))
                .map(member -> "; " + member.company() + ": " + member.message())
                .collect(Collectors.joining());
        return new QueueReply(
                reply.done() > 0 ? "done" : "refused",
                "recorded at %d of %d companies with the same change%s".formatted(reply.done(), members.size(), rest),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(members));
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
