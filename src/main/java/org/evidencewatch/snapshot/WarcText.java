package org.evidencewatch.snapshot;

/** Text from the web made fit for one line of a record: jwarc writes the values of fields as they are. Pure. */
final class WarcText {

    private WarcText() {}

    /** On one line, without control characters, cut to so many characters. */
    static String line(String text, int most) {
        String line = text.codePoints()
                .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return line.length() <= most ? line : line.substring(0, most);
    }
}
