package org.evidencewatch.web;

import java.util.Locale;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Reply;
import org.springframework.http.HttpStatus;

/**
 * What a page says about the request that led to it.
 *
 * @param good whether it was done
 */
record Notice(HttpStatus status, boolean good, String title, String text) {

    /** What to say of a reply of the queue. */
    static Notice of(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> done(done);
            case Reply.AlreadyDecided already ->
                new Notice(HttpStatus.CONFLICT, false, "Already decided", said(already.decision()));
            case Reply.HeldByAnother held ->
                new Notice(
                        HttpStatus.CONFLICT,
                        false,
                        "Held by " + held.hold().by(),
                        "Until " + Wording.time(held.hold().until()) + " only they can decide here.");
            case Reply.Unknown unknown ->
                new Notice(HttpStatus.NOT_FOUND, false, "Not found", "There is no work item " + unknown.word() + ".");
            case Reply.Refused refused ->
                new Notice(HttpStatus.CONFLICT, false, "Not recorded", sentence(refused.because()));
        };
    }

    /** What to say of a form that is no decision yet. */
    static Notice incomplete(String because) {
        return new Notice(HttpStatus.UNPROCESSABLE_CONTENT, false, "Not recorded", sentence(because));
    }

    private static Notice done(Reply.Done done) {
        String recorded = done.decisions().isEmpty()
                ? "Done"
                : "Recorded: " + done.decisions().getFirst().answer().word();
        String left = done.item().reasons().isEmpty()
                ? "Nothing waits for " + done.item().name() + " any more."
                : "Waiting for " + done.item().name() + ": "
                        + Wording.counted(done.item().reasons().size(), "reason") + ".";
        return new Notice(HttpStatus.OK, true, recorded, left);
    }

    private static String said(Decision decision) {
        return "%s said %s on %s: %s"
                .formatted(decision.by(), decision.answer().word(), Wording.time(decision.at()), decision.why());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
