package org.evidencewatch.web.api;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Reply;
import org.evidencewatch.web.Notice;
import org.evidencewatch.web.json.DecisionView;
import org.evidencewatch.web.json.ItemView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What was done in the queue.
 *
 * @param item as it stands now; absent where it was done at several companies
 * @param decisions those just recorded
 * @param members what came of it at each company, where it was asked for everywhere
 */
record ReplyView(
        String message,
        Optional<ItemView> item,
        Optional<List<DecisionView>> decisions,
        Optional<List<MemberView>> members) {

    /** What came of it at one company; {@code done} says whether it was recorded there. */
    record MemberView(String company, boolean done, String message, List<DecisionView> decisions) {

        static MemberView of(Reply.Member member) {
            return member.reply() instanceof Reply.Done done
                    ? new MemberView(
                            member.company(), true, Notice.of(done).title(), DecisionView.all(done.decisions()))
                    : new MemberView(
                            member.company(), false, Notice.of(member.reply()).text(), List.of());
        }
    }

    /** The answer to a request that is done; what is not done is thrown as a problem. */
    static ResponseEntity<ReplyView> answer(Reply reply, HttpStatus status) {
        return switch (reply) {
            case Reply.Done done ->
                ResponseEntity.status(status)
                        .eTag(Problem.tag(done.item()))
                        .header(
                                HttpHeaders.CONTENT_LOCATION,
                                address(done.item().id()))
                        .body(new ReplyView(
                                Notice.of(done).text(),
                                Optional.of(ItemView.of(done.item())),
                                Optional.of(DecisionView.all(done.decisions())),
                                Optional.empty()));
            case Reply.Everywhere everywhere
            when everywhere.done() > 0 ->
                ResponseEntity.status(status)
                        .body(new ReplyView(
                                Notice.of(everywhere).text(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(members(everywhere))));
            default -> throw Problem.of(reply);
        };
    }

    static List<MemberView> members(Reply.Everywhere everywhere) {
        return everywhere.members().stream().map(MemberView::of).toList();
    }

    private static String address(long item) {
        return "/api/v1/queue/" + item;
    }
}
