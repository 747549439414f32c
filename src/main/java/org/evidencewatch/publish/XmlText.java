package org.evidencewatch.publish;

/** Text as XML 1.0 and HTML can hold it: what is no character there, and marks that turn the reading direction, are replaced. */
final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    static String of(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : replaced(text, at);
    }

    /** Nearly all characters; the others are looked at closely. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || (c >= 0xA0 && c < 0x2000);
    }

    private static String replaced(String text, int from) {
        var out = new StringBuilder(text.length()).append(text, 0, from);
        text.codePoints().skip(text.codePointCount(0, from)).forEach(c -> {
            if (isText(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(REPLACEMENT);
            }
        });
        return out.toString();
    }

    /** Neither a control, nor half a character, nor none (Unicode 3.4), nor a mark of direction. */
    private static boolean isText(int c) {
        boolean control = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !control && !half && !none && !turning;
    }
}
