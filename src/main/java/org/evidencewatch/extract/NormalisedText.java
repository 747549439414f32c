package org.evidencewatch.extract;

import java.util.Objects;

/**
 * A text in normal form that still knows where each of its characters stood in the raw text, so that words found in the
 * one can be shown as the other has them.
 *
 * <p>Offsets are UTF-16 code units. Both ends grow from character to character; what normalises together (a letter and
 * its accent, a run of white space) shares one raw range, which may hold characters that vanished. Immutable.
 */
public final class NormalisedText {

    private final String raw;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    NormalisedText(String raw, String text, int[] starts, int[] ends) {
        this.raw = raw;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The normal form, on one line. */
    public String text() {
        return text;
    }

    /** The text that was normalised. */
    public String raw() {
        return raw;
    }

    /** Offset in the raw text of the first character that a normal character stands for. */
    public int rawStart(int index) {
        return starts[index];
    }

    /** Offset in the raw text after the last character that a normal character stands for. */
    public int rawEnd(int index) {
        return ends[index];
    }

    /** The raw words of a range of the normal form; they normalise to it, or to a little more where it cuts a letter. */
    public String raw(int from, int to) {
        Objects.checkFromToIndex(from, to, text.length());
        return from == to ? "" : raw.substring(starts[from], ends[to - 1]);
    }
}
