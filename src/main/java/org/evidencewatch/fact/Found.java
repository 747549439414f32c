package org.evidencewatch.fact;

/**
 * A value found in a sentence.
 *
 * @param mark its kind, as rules call it
 * @param words how many it takes
 */
record Found(String mark, Value value, int words) {

    static Found length(int amount, Length.Unit unit, int words) {
        return new Found(Values.DURATION, Value.Duration.of(new Length(amount, unit)), words);
    }

    static Found rhythm(int amount, Length.Unit unit, int words) {
        return new Found(Values.RHYTHM, Value.Duration.of(new Length(amount, unit)), words);
    }

    /** The same with words before it that belong to it. */
    Found after(int more) {
        return new Found(mark, value, words + more);
    }

    /** The same as how often something is. */
    Found asRhythm() {
        return new Found(Values.RHYTHM, value, words);
    }
}
