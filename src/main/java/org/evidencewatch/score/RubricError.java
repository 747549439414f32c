package org.evidencewatch.score;

/**
 * Why a rubric cannot be used.
 *
 * @param line counted from 1
 */
public record RubricError(String file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
