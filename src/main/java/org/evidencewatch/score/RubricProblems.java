package org.evidencewatch.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with one rubric file. */
final class RubricProblems {

    private final String file;
    private final List<RubricError> errors = new ArrayList<>();

    RubricProblems(String file) {
        this.file = file;
    }

    /** @param line counted from 1 */
    void refuse(int line, String reason) {
        errors.add(new RubricError(file, line, reason));
    }

    /** Something is wrong where this value stands. */
    void refuse(JsonNode at, String reason) {
        refuse(YamlText.line(at), reason);
    }

    boolean none() {
        return errors.isEmpty();
    }

    /** In the order of the lines. */
    List<RubricError> all() {
        return errors.stream()
                .sorted(Comparator.comparingInt(RubricError::line))
                .toList();
    }
}
