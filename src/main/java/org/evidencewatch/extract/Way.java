package org.evidencewatch.extract;

import java.util.Locale;

/** How the main text of a page was found. Two readings are compared only where both were made the same way. */
public enum Way {
    /** By the container that a platform's profile names. */
    PROFILE,
    /** By {@code main}, {@code article} and what the page's structure says is furniture. */
    STRUCTURE,
    /** By where the prose stands, whatever the elements are called. */
    DENSITY,
    /** All that is visible but controls and navigation: the last resort against a blind reading. */
    WHOLE,
    /** The lines of a page that is no HTML. */
    LINES;

    /** The word used in the database and in output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of that word. */
    public static Way ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
