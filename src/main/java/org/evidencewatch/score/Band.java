package org.evidencewatch.score;

/** The scores that have a grade, both ends included. */
public record Band(String grade, int from, int to) {

    public Band {
        if (from < 0 || from > to || to > Rubric.BEST) {
            throw new IllegalArgumentException("grade " + grade + ": " + from + ".." + to + " is no band of 0..100");
        }
    }

    boolean holds(int score) {
        return from <= score && score <= to;
    }
}
