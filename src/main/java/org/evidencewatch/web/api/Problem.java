package org.evidencewatch.web.api;

import java.util.List;
import java.util.Objects;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Reply;
import org.evidencewatch.web.Notice;
import org.evidencewatch.web.json.DecisionView;
import org.evidencewatch.web.json.ItemView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request came to nothing, as RFC 9457 has it. */
final class Problem {

    private Problem() {}

    static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** Nothing of that name is on record. */
    static ErrorResponseException missing(String what) {
        return of(HttpStatus.NOT_FOUND, "There is no " + what + ".");
    }

    /** What was sent is no complete request; each of these says what is wrong. */
    static ErrorResponseException incomplete(List<String> because) {
        List<String> errors =
                because.stream().map(each -> Notice.incomplete(each).text()).toList();
        var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", errors));
        problem.getBody().setProperty("errors", errors);
        return problem;
    }

    /** What the queue refused, with what one needs in order to go on. */
    static ErrorResponseException of(Reply reply) {
        Notice notice = Notice.of(reply);
        var problem = of(notice.status(), notice.text());
        var body = problem.getBody();
        body.setTitle(notice.title());
        switch (reply) {
            case Reply.Stale stale -> {
                body.setProperty("item", ItemView.of(stale.item()));
                problem.getHeaders().setETag(tag(stale.item()));
            }
            case Reply.AlreadyDecided already -> {
                body.setProperty("item", ItemView.of(already.item()));
                body.setProperty("decisions", DecisionView.all(List.of(already.decision())));
            }
            case Reply.HeldByAnother held -> {
                body.setProperty("heldBy", held.hold().by());
                body.setProperty("heldUntil", held.hold().until());
            }
            case Reply.Everywhere everywhere -> body.setProperty("members", ReplyView.members(everywhere));
            case Reply.Done done -> throw new IllegalArgumentException("that is done: " + done);
            case Reply.Unknown unknown -> {}
            case Reply.Refused refused -> {}
        }
        return problem;
    }

    /** The entity tag of an item. */
    static String tag(Item item) {
        return "\"" + item.version() + "\"";
    }

    /** The sentence of an exception of ours. */
    static String sentence(IllegalArgumentException objection) {
        return Objects.requireNonNullElse(objection.getMessage(), "it does not go together");
    }
}
