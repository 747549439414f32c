package org.evidencewatch.change;

/** What sort of change was detected. */
public enum Kind {
    CHANGED,
    QUOTE_MOVED,
    QUOTE_LOST,
    MOVED,
    GONE;

    /** The word used in the database. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word. */
    public static Kind ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** Whether it is about the words of a page that was read, rather than about the page's being there. */
    public boolean ofWords() {
        return switch (this) {
            case CHANGED, QUOTE_MOVED, QUOTE_LOST -> true;
            case MOVED, GONE -> false;
        };
    }
}
