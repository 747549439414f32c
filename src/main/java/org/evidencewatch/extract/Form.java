package org.evidencewatch.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The form in which a page was answered: what its media type says, or its first octets where the type says nothing. */
enum Form {
    HTML,
    TEXT,
    MARKDOWN,
    PDF,
    JSON;

    /** What servers say of a file that they know nothing of. */
    private static final Set<String> GENERIC = Set.of(
            "application/octet-stream",
            "binary/octet-stream",
            "application/download",
            "application/force-download",
            "application/x-download",
            "text/plain");

    private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Empty where we have no reader for the media type. A page without one is HTML. */
    static Optional<Form> of(Page page) {
        Optional<String> type = PageDecoder.mediaType(page);
        if (type.map(GENERIC::contains).orElse(true) && isPdf(page.body())) {
            return Optional.of(PDF);
        }
        return type.isEmpty() ? Optional.of(HTML) : ofType(type.get()).map(form -> form == TEXT ? text(page) : form);
    }

    private static Optional<Form> ofType(String type) {
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> Optional.of(HTML);
            case "text/plain" -> Optional.of(TEXT);
            case "text/markdown", "text/x-markdown" -> Optional.of(MARKDOWN);
            case "application/pdf", "application/x-pdf" -> Optional.of(PDF);
            case "application/json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** Servers of source files answer Markdown as plain text; the name tells. */
    private static Form text(Page page) {
        return page.effectiveUrl()
                        .map(url -> Identity.path(url).toLowerCase(Locale.ROOT))
                        .filter(path -> path.matches("[^?#]*\\.(?:md|markdown)(?:[?#].*)?"))
                        .isPresent()
                ? MARKDOWN
                : TEXT;
    }

    private static boolean isPdf(byte[] body) {
        return body.length > PDF_MARK.length && Arrays.equals(body, 0, PDF_MARK.length, PDF_MARK, 0, PDF_MARK.length);
    }
}
