package org.evidencewatch.fact;

import java.time.LocalDate;
import java.util.Optional;
import org.evidencewatch.extract.Post;

/**
 * What one post of a thread says of a problem.
 *
 * @param post its number
 * @param by the name of its author; empty where none is shown
 * @param date the day that the words name, else that of the post; empty where neither is known
 * @param quote the sentence that says it, cut where it is long
 */
public record ProblemStep(Said said, long post, String by, Post.Role role, Optional<LocalDate> date, String quote) {

    /** What is said. */
    public enum Said {
        /** Something does not work. */
        REPORTED,
        /** The company knows of it. */
        CONFIRMED,
        /** The company says that it is repaired. */
        FIXED,
        /** The company says that it is back. */
        REOPENED,
        /** A member says that it works again, which has no weight. */
        SAID_FIXED_BY_MEMBER
    }
}
