package org.evidencewatch.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of an {@link AdoptionRequest}. */
public sealed interface AdoptionReply {

    /** The rubric's id. */
    String version();

    /**
     * Every company that claims anything has a new revision.
     *
     * @param sample whether the scores come of sample values
     * @param scored by slug
     * @param leftAlone slugs of those that claim nothing, which keep what they had
     */
    record Adopted(String version, boolean sample, List<Scored> scored, List<String> leftAlone)
            implements AdoptionReply {

        public Adopted {
            scored = List.copyOf(scored);
            leftAlone = List.copyOf(leftAlone);
        }
    }

    /** A company's score and grade as they were, and as they are. */
    record Scored(
            String company,
            Optional<Integer> scoreBefore,
            Optional<String> gradeBefore,
            int scoreAfter,
            String gradeAfter) {}

    /** The same file was adopted before; nothing was done. */
    record AdoptedBefore(String version, String by, Instant at) implements AdoptionReply {}

    /** Another file of this version was adopted before; nothing was done. */
    record OtherFile(String version, String by, Instant at) implements AdoptionReply {}

    /** Its values are samples, which was not asked for; nothing was done. */
    record OnlySamples(String version) implements AdoptionReply {}
}
