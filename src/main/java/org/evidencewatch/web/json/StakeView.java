package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.ClaimEdit;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Stake;

/**
 * What a record stands to lose by a reason.
 *
 * @param proposal the edit that a material answer makes, unless it names another
 * @param touched keys of the dimensions in question
 */
@JsonInclude(Include.NON_ABSENT)
public record StakeView(
        double probability,
        int points,
        Optional<Integer> scoreBefore,
        Optional<Integer> scoreAfter,
        Optional<String> gradeBefore,
        Optional<String> gradeAfter,
        int citationsLeft,
        List<EditView> proposal,
        List<String> touched,
        List<String> lines) {

    /** A claim as it would be stated; without a statement it would be dropped. */
    @JsonInclude(Include.NON_ABSENT)
    public record EditView(String dimension, int ordinal, Optional<String> statement) {

        static EditView of(ClaimEdit edit) {
            return new EditView(edit.dimension().key(), edit.ordinal(), edit.statement());
        }
    }

    /** Score and grade before and after, if it were accepted. */
    public Decision.Moved moved() {
        return new Decision.Moved(scoreBefore, gradeBefore, scoreAfter, gradeAfter);
    }

    public static StakeView of(Stake stake) {
        return new StakeView(
                Math.round(stake.probability() * 100) / 100.0,
                stake.points(),
                stake.scoreBefore(),
                stake.scoreAfter(),
                stake.gradeBefore(),
                stake.gradeAfter(),
                stake.citationsLeft(),
                stake.proposal().stream().map(EditView::of).toList(),
                stake.touched(),
                stake.lines());
    }
}
