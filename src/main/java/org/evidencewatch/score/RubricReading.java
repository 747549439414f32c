package org.evidencewatch.score;

import java.util.List;

/** What became of reading a rubric file. */
public sealed interface RubricReading {

    /** It can be used. */
    record Usable(Rubric rubric) implements RubricReading {}

    /**
     * It cannot.
     *
     * @param errors all that is wrong with it, by line
     */
    record Faulty(List<RubricError> errors) implements RubricReading {

        public Faulty {
            errors = List.copyOf(errors);
        }
    }
}
