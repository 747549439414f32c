package org.evidencewatch.company;

import java.util.Locale;
import java.util.regex.Pattern;

/** The forms in which records come. */
public enum RecordFormat {
    CARD_TEXT("card-text"),
    CARD_HTML("card-html"),
    JSON("json"),
    CSV("csv"),
    /** What {@code export open-data} wrote. */
    DATA_SET("data-set");

    /** How many characters of a text are looked at. */
    static final int TELLING = 200;

    private static final Pattern HTML =
            Pattern.compile("<(!doctype|html|head|body|main|article|div|section|!--|\\?xml)");
    private static final Pattern DATA_SET_START =
            Pattern.compile("\\{\\s*\"\\$schema\"\\s*:\\s*\"urn:evidence-watch:open-data:");
    private static final Pattern CSV_HEADER = Pattern.compile("\"?company\"?\\s*[,;\\t].*", Pattern.DOTALL);

    private final String key;

    RecordFormat(String key) {
        this.key = key;
    }

    /** The word for it in the database. */
    public String key() {
        return key;
    }

    /** What a text looks like, or, when it looks like nothing else, what the file's name promises. */
    static RecordFormat of(String fileName, String text) {
        String start = text.stripLeading();
        start = start.substring(0, Math.min(start.length(), TELLING)).toLowerCase(Locale.ROOT);
        if (HTML.matcher(start).lookingAt()) {
            return CARD_HTML;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return DATA_SET_START.matcher(start).lookingAt() ? DATA_SET : JSON;
        }
        return CSV_HEADER.matcher(start).matches() ? CSV : named(fileName);
    }

    private static RecordFormat named(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        return name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml") ? CARD_HTML : CARD_TEXT;
    }
}
