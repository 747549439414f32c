package org.evidencewatch.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text from pages and records as it may stand in a mail, a feed or a chat. Pure. */
final class PlainText {

    /** Controls, marks of direction, ends of lines, half characters, and what is no character (Unicode 3.4). */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}\\x{FDD0}-\\x{FDEF}\\x{FFFE}\\x{FFFF}]+");

    private PlainText() {}

    /** One line of it: what cannot stand in a line becomes a space. */
    static String line(String text) {
        return NO_TEXT.matcher(text).replaceAll(" ").strip();
    }

    /** One line of no more than so many characters. */
    static String line(String text, int most) {
        var line = line(text);
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }

    /** A point of a list in lines of up to so many characters; a longer word has a line to itself. */
    static List<String> point(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder("-");
        for (String word : line(text).split(" +", -1)) {
            if (line.length() + 1 + word.length() > width && line.length() > 1) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
