package org.evidencewatch.company;

/**
 * A line of a file.
 *
 * @param number from 1, in the file that it was read from
 */
public record TextLine(int number, String text) {

    public TextLine {
        if (number < 1) {
            throw new IllegalArgumentException("line " + number);
        }
    }

    TextLine with(String other) {
        return new TextLine(number, other);
    }
}
