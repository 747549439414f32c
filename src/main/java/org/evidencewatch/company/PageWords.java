package org.evidencewatch.company;

import java.util.Optional;

/** Words of a page, made fit to be published as a quote: without what no text may hold, and no longer than a quote may be. */
public final class PageWords {

    private static final int LONGEST = 2_000;

    private PageWords() {}

    /** The words; empty where nothing is left of them. */
    public static Optional<String> fitting(String words) {
        String text = Limit.NO_TEXT.matcher(words).replaceAll("");
        int end = Math.min(text.length(), LONGEST);
        boolean halved = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return Optional.of(text.substring(0, halved ? end - 1 : end)).filter(left -> !left.isBlank());
    }
}
