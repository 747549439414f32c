package org.evidencewatch.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jsoup.Jsoup;

/**
 * The least that reading a page can be: all the text of its body, menus and footers included, without asking what the
 * page is. It is there to be measured beside the extractor, not to be compared with anything.
 */
public final class BareText {

    private BareText() {}

    /** The text of a page, its charset found by the parser. */
    public static String of(byte[] html, URI url) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), null, url.toString())
                    .body()
                    .text();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }
}
