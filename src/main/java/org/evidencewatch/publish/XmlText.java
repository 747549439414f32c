package org.evidencewatch.publish;

import java.util.regex.Pattern;

/** Text as XML 1.0 and HTML can hold it: without characters that are none, and marks that turn the reading direction. */
final class XmlText {

    private static final Pattern NONE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{7E}\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}"
                    + "\\x{10000}-\\x{10FFFF}]|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]|[\\x{1FFFE}\\x{1FFFF}]");

    private XmlText() {}

    static String of(String text) {
        return NONE.matcher(text).replaceAll("\uFFFD");
    }
}
