package org.evidencewatch.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Pages under {@code fixtures/pages}. */
public final class Fixture {

    private Fixture() {}

    /** The reading of one stored page. */
    public static Reading read(String path) {
        return new Extractor().read(page(path));
    }

    /** The reading of a page given as its source. */
    public static Reading readHtml(String html) {
        return new Extractor().read(Page.ofFile(Optional.empty(), html.getBytes(StandardCharsets.UTF_8)));
    }

    /** The reading of a page given as its source, found in that way. */
    static Reading readHtml(String html, Way way) {
        return new Extractor().read(Page.ofFile(Optional.empty(), html.getBytes(StandardCharsets.UTF_8)), way);
    }

    /** The source of one stored page. */
    static String source(String path) {
        return new String(octets(path), StandardCharsets.UTF_8);
    }

    /** The reading of one stored page as the answer of that address. */
    public static Reading read(String path, String url) {
        return new Extractor().read(Page.ofFile(Optional.of(URI.create(url)), octets(path)));
    }

    static Page page(String path) {
        return Page.ofFile(Optional.of(URI.create("https://cedar.example/" + path)), octets(path));
    }

    static byte[] octets(String path) {
        try {
            return Files.readAllBytes(Path.of("fixtures/pages").resolve(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
