package org.evidencewatch.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The charset that a page is read in, by the first of these that says one (WHATWG HTML, section 13.2.3): byte order mark,
 * header, every other octet zero (UTF-16), {@code meta}, else UTF-8. What would be UTF-8 and holds more octets that cannot
 * be than sequences that are is of a charset that nobody named, and is told by its octets: by what letters are frequent,
 * where there are enough of them, else windows-1252, as old pages under a new server's header are.
 *
 * @param mark octets of the byte order mark
 * @param notice what a person should know, where the charset is not the one that the page names, or it names none
 */
record CharsetChoice(Charset charset, int mark, Optional<StateReason> notice) {

    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final int PRESCAN = 4096;

    /** As much of a page is looked at to tell its charset, and so many octets beyond ASCII tell it. */
    private static final int SAMPLE = 1 << 20;

    private static final int TELLING = 12;

    private static final Pattern META = Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");
    private static final Pattern HEADER = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");

    /** Looks at the first {@code length} octets of the page's body. */
    static CharsetChoice of(Page page, int length) {
        byte[] body = page.body();
        int mark = markLength(body);
        return mark > 0 ? new CharsetChoice(marked(body), mark, Optional.empty()) : unmarked(page, body, length);
    }

    private static CharsetChoice unmarked(Page page, byte[] body, int length) {
        Optional<String> inHeader = name(HEADER, contentType(page));
        Optional<String> inMeta = name(META, head(body, length));
        Charset declared = inHeader.flatMap(CharsetChoice::lookUp)
                .map(charset -> charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : charset)
                .or(() -> Utf.wide(body, length))
                .or(() -> inMeta.flatMap(CharsetChoice::lookUp).map(CharsetChoice::notUtf16))
                .orElse(StandardCharsets.UTF_8);
        if (declared.equals(StandardCharsets.UTF_8) && !Utf.plausible(body, length)) {
            Charset told = told(body, length);
            return new CharsetChoice(told, 0, Optional.of(notUtf8(told)));
        }
        return new CharsetChoice(
                declared,
                0,
                Stream.of(inHeader, inMeta)
                        .flatMap(Optional::stream)
                        .filter(name -> lookUp(name).isEmpty())
                        .findFirst()
                        .map(name -> unknown(name, declared)));
    }

    /** The charset that the octets are most likely of; few octets of any charset look like those of another. */
    private static Charset told(byte[] body, int length) {
        int sample = Math.min(length, SAMPLE);
        int telling = 0;
        for (int i = 0; i < sample && telling < TELLING; i++) {
            telling += body[i] < 0 ? 1 : 0;
        }
        if (telling < TELLING) {
            return LATIN;
        }
        var detector = new UniversalDetector();
        detector.handleData(body, 0, sample);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .flatMap(CharsetChoice::lookUp)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .orElse(LATIN);
    }

    private static StateReason notUtf8(Charset told) {
        return new StateReason(
                "charset-told", "The page is not the UTF-8 that it is taken for; it is read as " + told.name() + ".");
    }

    private static StateReason unknown(String name, Charset instead) {
        return new StateReason(
                "charset-unknown",
                "The page names the charset %s, which nobody knows; it is read as %s.".formatted(name, instead.name()));
    }

    private static String contentType(Page page) {
        return page.headers().getOrDefault("content-type", List.of()).stream()
                .findFirst()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String head(byte[] body, int length) {
        return new String(body, 0, Math.min(length, PRESCAN), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> name(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> lookUp(String name) {
        try {
            Charset charset = Charset.forName(name);
            // Browsers read Latin-1 as its superset; quotation marks of old pages depend on it.
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? LATIN : charset);
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
