package org.evidencewatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.evidencewatch.extract.Page;

/** Reads a stored page; a name that ends in {@code .gz} is unpacked. */
final class PageFile {

    /** Most octets of one page after unpacking; a longer one is cut, so that no archive can fill the memory. */
    private static final int LIMIT = 32 * 1024 * 1024;

    private PageFile() {}

    /** The page as the answer of that address, of the media type that its name tells. */
    static Page page(Path file, Optional<URI> url) throws IOException {
        byte[] body = read(file);
        String name = file.getFileName().toString().replaceFirst("\\.gz$", "").toLowerCase(Locale.ROOT);
        Optional<String> type = switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md", "markdown" -> Optional.of("text/markdown");
            case "txt", "text" -> Optional.of("text/plain");
            case "json" -> Optional.of("application/json");
            case "pdf" -> Optional.of("application/pdf");
            default -> Optional.empty();
        };
        return type.map(known -> Page.ofFile(url, known, body)).orElseGet(() -> Page.ofFile(url, body));
    }

    static byte[] read(Path file) throws IOException {
        try (InputStream stored = Files.newInputStream(file)) {
            boolean packed = file.getFileName().toString().endsWith(".gz");
            try (InputStream page = packed ? new GZIPInputStream(stored, 1 << 16) : stored) {
                return page.readNBytes(LIMIT);
            }
        }
    }
}
