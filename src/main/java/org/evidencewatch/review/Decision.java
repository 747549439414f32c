package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person said of a reason; kept for good.
 *
 * @param reason the id of the reason that it answers
 * @param url the page that the reason is about; empty for a dispute
 * @param until for {@link Answer#DEFER}: when the reason comes back
 * @param moved what it did to the record, if it made a revision of it
 * @param undoes for {@link Answer#UNDO}: the id of the decision that it takes back
 * @param undone whether it was taken back
 */
public record Decision(
        long id,
        long reason,
        Optional<String> url,
        Answer answer,
        String by,
        String why,
        Optional<Instant> until,
        Instant at,
        Optional<Moved> moved,
        Optional<Long> undoes,
        boolean undone) {

    /** Score and grade before and after; empty where nothing is published. */
    public record Moved(
            Optional<Integer> scoreBefore,
            Optional<String> gradeBefore,
            Optional<Integer> scoreAfter,
            Optional<String> gradeAfter) {

        /** As people say it, such as "83 (A)". */
        public String before() {
            return said(scoreBefore, gradeBefore);
        }

        /** The same of what came of it. */
        public String after() {
            return said(scoreAfter, gradeAfter);
        }

        private static String said(Optional<Integer> score, Optional<String> grade) {
            return score.map(String::valueOf).orElse("no score")
                    + grade.map(letter -> " (" + letter + ")").orElse("");
        }
    }
}
