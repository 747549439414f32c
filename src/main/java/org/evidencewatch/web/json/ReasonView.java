package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.OpenReason;

/**
 * One reason of a work item; code and words are those of its worst passage.
 *
 * @param candidate where a page that moved may be now
 * @param signedBy who brought the capture, where none of our programs did
 */
@JsonInclude(Include.NON_ABSENT)
public record ReasonView(
        long id,
        String code,
        Optional<String> url,
        String title,
        Optional<String> before,
        Optional<String> after,
        int severity,
        String lane,
        Optional<String> candidate,
        List<PassageView> passages,
        Optional<String> cause,
        Optional<String> opinionOf,
        Optional<String> signedBy,
        Optional<OpenReason.Disputed> dispute,
        StakeView stake) {

    public static ReasonView of(OpenReason reason) {
        return new ReasonView(
                reason.id(),
                reason.code(),
                reason.url(),
                reason.title(),
                reason.before(),
                reason.after(),
                reason.severity(),
                reason.lane().label(),
                reason.candidate(),
                reason.passages().stream().map(PassageView::of).toList(),
                reason.cause(),
                reason.opinionOf(),
                reason.handmade(),
                reason.dispute(),
                StakeView.of(reason.stake()));
    }
}
