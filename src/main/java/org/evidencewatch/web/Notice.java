package org.evidencewatch.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Reply;
import org.springframework.http.HttpStatus;

/**
 * What a page says about the request that led to it.
 *
 * @param good whether it was done
 */
public record Notice(HttpStatus status, boolean good, String title, String text) {

    /** What to say of a reply of the queue. */
    public static Notice of(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> done(done);
            case Reply.Everywhere everywhere -> everywhere(everywhere);
            case Reply.AlreadyDecided already ->
                new Notice(HttpStatus.CONFLICT, false, "Already decided", said(already.decision()));
            case Reply.Stale stale ->
                new Notice(
                        HttpStatus.PRECONDITION_FAILED,
                        false,
                        "Not recorded",
                        stale.item().name() + " is no longer as you saw it: look at it as it is now.");
            case Reply.HeldByAnother held ->
                new Notice(
                        HttpStatus.CONFLICT,
                        false,
                        "Held by " + held.hold().by(),
                        "Until " + Wording.time(held.hold().until()) + " only they can decide here.");
            case Reply.Unknown unknown ->
                new Notice(
                        HttpStatus.NOT_FOUND,
                        false,
                        "Not found",
                        "Nothing in the queue has this name: " + unknown.word() + ".");
            case Reply.Refused refused ->
                new Notice(HttpStatus.CONFLICT, false, "Not recorded", sentence(refused.because()));
        };
    }

    /** That something is done. */
    public static Notice good(String title, String text) {
        return new Notice(HttpStatus.OK, true, title, text);
    }

    /** What to say of a form that is no decision yet. */
    public static Notice incomplete(String because) {
        return new Notice(HttpStatus.UNPROCESSABLE_CONTENT, false, "Not recorded", sentence(because));
    }

    private static Notice done(Reply.Done done) {
        String recorded = done.decisions().isEmpty()
                ? "Done"
                : "Recorded: " + Wording.answer(done.decisions().getFirst().answer());
        String left = done.item().reasons().isEmpty()
                ? "Nothing waits for " + done.item().name() + " any more."
                : "Waiting for " + done.item().name() + ": "
                        + Wording.counted(done.item().reasons().size(), "reason") + ".";
        return new Notice(HttpStatus.OK, true, recorded, left);
    }

    private static Notice everywhere(Reply.Everywhere reply) {
        String rest = reply.members().stream()
                .filter(member -> !(member.reply() instanceof Reply.Done))
                .map(member ->
                        " " + member.company() + ": " + of(member.reply()).text())
                .collect(Collectors.joining());
        return new Notice(
                reply.done() > 0 ? HttpStatus.OK : HttpStatus.CONFLICT,
                reply.done() > 0,
                reply.done() > 0 ? "Recorded everywhere" : "Not recorded",
                "At %d of %d companies with the same change.%s"
                        .formatted(reply.done(), reply.members().size(), rest));
    }

    private static String said(Decision decision) {
        return "%s said %s on %s: %s"
                .formatted(
                        decision.by(), Wording.answer(decision.answer()), Wording.time(decision.at()), decision.why());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
