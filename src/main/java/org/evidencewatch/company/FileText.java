package org.evidencewatch.company;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The characters of a file: UTF-8, UTF-16 behind its byte order mark, or, with a warning, windows-1252. Refuses what is
 * no text, and UTF-8 that breaks in the middle: guessing there would turn names into nonsense.
 */
final class FileText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final byte[] bytes;
    private final Problems problems;

    private FileText(byte[] bytes, Problems problems) {
        this.bytes = bytes;
        this.problems = problems;
    }

    /** The text, its byte order mark taken off; empty when the problem is told. */
    static Optional<String> decode(byte[] bytes, Problems problems) {
        var text = new FileText(bytes, problems).decode();
        if (text.isPresent() && text.get().isBlank()) {
            problems.error(1, "the file is empty");
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> decode() {
        if (startsWith(0xFE, 0xFF)) {
            return utf16(StandardCharsets.UTF_16BE);
        }
        if (startsWith(0xFF, 0xFE)) {
            return utf16(StandardCharsets.UTF_16LE);
        }
        var binary = binary();
        if (binary.isPresent()) {
            problems.error(1, "this is a binary file (%s), not a record".formatted(binary.get()));
            return Optional.empty();
        }
        return utf8();
    }

    private Optional<String> binary() {
        if (startsWith('%', 'P', 'D', 'F')) {
            return Optional.of("a PDF");
        }
        if (startsWith('P', 'K', 3, 4)) {
            return Optional.of("a ZIP archive or office document");
        }
        if (startsWith(0x1F, 0x8B)) {
            return Optional.of("gzip");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Optional.of("it holds a NUL byte at offset " + i);
            }
        }
        return Optional.empty();
    }

    private Optional<String> utf16(Charset charset) {
        try {
            var in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
            return Optional.of(charset.newDecoder().decode(in).toString());
        } catch (CharacterCodingException e) {
            problems.error(1, "the file says by its byte order mark that it is " + charset + ", and is not");
            return Optional.empty();
        }
    }

    private Optional<String> utf8() {
        int start = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        var out = CharBuffer.allocate(bytes.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            return Optional.of(out.flip().toString());
        }
        return notUtf8(in.position(), start > 0 || out.flip().chars().anyMatch(c -> c > 0x7F));
    }

    private Optional<String> notUtf8(int offset, boolean utf8SoFar) {
        int line = lineOf(offset);
        if (utf8SoFar) {
            boolean atEnd = bytes.length - offset < 4;
            problems.error(
                    line,
                    atEnd
                            ? "the file ends at line %d in the middle of a character; nothing was loaded"
                                    .formatted(line)
                            : "the file is damaged: byte %02X at offset %d is not UTF-8, as the text before it is"
                                    .formatted(bytes[offset], offset));
            return Optional.empty();
        }
        try {
            String text = WINDOWS.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            problems.warn(line, "not UTF-8 (byte %02X); read as windows-1252".formatted(bytes[offset]));
            return Optional.of(text);
        } catch (CharacterCodingException e) {
            problems.error(line, "byte %02X is neither UTF-8 nor windows-1252".formatted(bytes[offset]));
            return Optional.empty();
        }
    }

    private int lineOf(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }

    private boolean startsWith(int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
