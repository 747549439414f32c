package org.evidencewatch.company;

/**
 * Something to put right in a file.
 *
 * @param line from 1; 1 also when the whole file is meant
 * @param reason one sentence for people
 */
public record InputProblem(String file, int line, String reason) {

    public InputProblem {
        if (line < 1 || reason.isBlank()) {
            throw new IllegalArgumentException("problem at line %d: '%s'".formatted(line, reason));
        }
    }
}
