package org.evidencewatch.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Octets to characters, in the page's {@link CharsetChoice}. NUL characters are dropped. Octets beyond {@link #LIMIT} and
 * whatever follows {@link #MOST_TAGS} angle brackets are not read, which bounds the work that any page can cause.
 */
final class PageDecoder {

    /** What is read of a page; real pages stay far below it. */
    static final int LIMIT = 8 * 1024 * 1024;

    /** Ten times what the largest real pages have; a parser's cost per tag grows with the tags before it. */
    static final int MOST_TAGS = 80_000;

    private PageDecoder() {}

    static String decode(Page page) {
        byte[] body = page.body();
        int length = length(page);
        CharsetChoice choice = CharsetChoice.of(page, length);
        String text = new String(body, choice.mark(), length - choice.mark(), choice.charset());
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return whole.length() < MOST_TAGS ? whole : cut(whole);
    }

    /** What a person should know of the charset that the page is read in. */
    static Optional<StateReason> notice(Page page) {
        return CharsetChoice.of(page, length(page)).notice();
    }

    private static int length(Page page) {
        return Math.min(page.body().length, LIMIT);
    }

    /** The text up to the angle bracket that is one too many. */
    static String cut(String text) {
        int at = -1;
        for (int tags = 0; tags < MOST_TAGS; tags++) {
            at = text.indexOf('<', at + 1);
            if (at < 0) {
                return text;
            }
        }
        return text.substring(0, at);
    }

    /** The media type of the answer in lower case, without parameters; empty where none was sent. */
    static Optional<String> mediaType(Page page) {
        return page.headers().getOrDefault("content-type", List.of()).stream()
                .findFirst()
                .map(type -> type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip())
                .filter(type -> !type.isEmpty());
    }
}
