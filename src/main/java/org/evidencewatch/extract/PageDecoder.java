package org.evidencewatch.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Octets to characters: by byte order mark, the header's charset, the page's own {@code meta}, UTF-16 where every other
 * octet is zero, else UTF-8 (WHATWG HTML, section 13.2.3). What is called UTF-8 and holds more octets that cannot be than
 * sequences that are, is windows-1252, as old pages under a new server's header are. NUL characters are dropped. Octets beyond {@link #LIMIT} and whatever follows
 * {@link #MOST_TAGS} angle brackets are not read, which bounds the work that any page can cause.
 */
final class PageDecoder {

    /** What is read of a page; real pages stay far below it. */
    static final int LIMIT = 8 * 1024 * 1024;

    /** Ten times what the largest real pages have; a parser's cost per tag grows with the nesting. */
    static final int MOST_TAGS = 200_000;

    private static final int PRESCAN = 4096;
    private static final Pattern META = Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");
    private static final Pattern HEADER = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");

    private PageDecoder() {}

    static String decode(Page page) {
        byte[] body = page.body();
        int length = Math.min(body.length, LIMIT);
        int mark = markLength(body);
        Charset charset = mark > 0 ? marked(body) : unmarked(page, body, length);
        String text = new String(body, mark, length - mark, charset);
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return whole.length() < MOST_TAGS ? whole : cut(whole);
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
        return contentType(page).map(type -> type.split(";", 2)[0].strip()).filter(type -> !type.isEmpty());
    }

    private static Optional<String> contentType(Page page) {
        return page.headers().getOrDefault("content-type", List.of()).stream()
                .findFirst()
                .map(type -> type.toLowerCase(Locale.ROOT));
    }

    private static Charset unmarked(Page page, byte[] body, int length) {
        Charset declared = contentType(page)
                .flatMap(type -> named(HEADER, type))
                .map(charset -> charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : charset)
                .or(() -> Utf.wide(body, length))
                .or(() -> named(META, head(body, length)).map(PageDecoder::notUtf16))
                .orElse(StandardCharsets.UTF_8);
        return declared.equals(StandardCharsets.UTF_8) && !Utf.plausible(body, length)
                ? Charset.forName("windows-1252")
                : declared;
    }

    private static String head(byte[] body, int length) {
        return new String(body, 0, Math.min(length, PRESCAN), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? lookUp(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> lookUp(String name) {
        try {
            Charset charset = Charset.forName(name);
            // Browsers read Latin-1 as its superset; quotation marks of old pages depend on it.
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? Charset.forName("windows-1252") : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** A {@code meta} that was readable as ASCII cannot stand in a UTF-16 page. */
    private static Charset notUtf16(Charset charset) {
        return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }

    private static int markLength(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return 3;
        }
        return body.length >= 2 && (body[0] & body[1]) != 0 && (body[0] ^ body[1]) == 1 && (body[0] & 0xFE) == 0xFE
                ? 2
                : 0;
    }

    private static Charset marked(byte[] body) {
        return switch (body[0]) {
            case (byte) 0xFE -> StandardCharsets.UTF_16BE;
            case (byte) 0xFF -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
