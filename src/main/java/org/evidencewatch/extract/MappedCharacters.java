package org.evidencewatch.extract;

import java.util.Arrays;

/** A text on its way to its normal form: characters, and for each the range of the raw text that it stands for. */
final class MappedCharacters {

    private final StringBuilder characters;
    private int[] starts;
    private int[] ends;

    MappedCharacters(int capacity) {
        characters = new StringBuilder(capacity);
        starts = new int[Math.max(16, capacity)];
        ends = new int[Math.max(16, capacity)];
    }

    int length() {
        return characters.length();
    }

    char charAt(int index) {
        return characters.charAt(index);
    }

    int codePointAt(int index) {
        return characters.codePointAt(index);
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    String substring(int from, int to) {
        return characters.substring(from, to);
    }

    void append(int codePoint, int start, int end) {
        if (Character.isBmpCodePoint(codePoint)) {
            appendUnit((char) codePoint, start, end);
        } else {
            appendUnit(Character.highSurrogate(codePoint), start, end);
            appendUnit(Character.lowSurrogate(codePoint), start, end);
        }
    }

    void appendUnit(char unit, int start, int end) {
        int at = characters.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, 2 * at);
            ends = Arrays.copyOf(ends, 2 * at);
        }
        starts[at] = start;
        ends[at] = end;
        characters.append(unit);
    }

    /** Puts another character in place of the last, whose raw range it takes over and prolongs. */
    void replaceLast(char unit, int end) {
        int last = characters.length() - 1;
        characters.setCharAt(last, unit);
        ends[last] = end;
    }

    NormalisedText of(String raw) {
        return new NormalisedText(raw, characters.toString(), starts, ends);
    }
}
