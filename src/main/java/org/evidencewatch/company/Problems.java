package org.evidencewatch.company;

import java.util.ArrayList;
import java.util.List;

/** The problems of one file, as they are found; a file that is wrong throughout is listed so far and then counted. */
final class Problems {

    private static final int LISTED = 200;

    private final String file;
    private final List<InputProblem> errors = new ArrayList<>();
    private final List<InputProblem> warnings = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void error(int line, String reason) {
        errors.add(new InputProblem(file, line, reason));
    }

    void warn(int line, String reason) {
        warnings.add(new InputProblem(file, line, reason));
    }

    /** How many errors were found so far: a record is whole when this is as it was before the record was read. */
    int errorCount() {
        return errors.size();
    }

    List<InputProblem> errors() {
        return listed(errors);
    }

    List<InputProblem> warnings() {
        return listed(warnings);
    }

    private List<InputProblem> listed(List<InputProblem> found) {
        if (found.size() <= LISTED) {
            return List.copyOf(found);
        }
        var some = new ArrayList<>(found.subList(0, LISTED));
        var next = found.get(LISTED);
        some.add(new InputProblem(file, next.line(), "and %d more like these".formatted(found.size() - LISTED)));
        return some;
    }
}
