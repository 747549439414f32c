package org.evidencewatch.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A WARC file made by hand, octet by octet, so that nothing in it need be right. */
final class HandmadeWarc {

    private final List<Object[]> records = new ArrayList<>();

    /** So many zeros; they take memory only where somebody unpacks them. */
    record Zeros(int octets) {}

    /**
     * Adds a record of these fields (lines that end in LF), to which the length of the block is added.
     *
     * @param block its parts: text, octets or {@link Zeros}
     */
    HandmadeWarc record(String fields, Object... block) {
        String head = "WARC/1.0\n" + fields.strip() + "\nContent-Length: " + length(block) + "\n\n";
        return raw(Stream.of(Stream.of(head.replace("\n", "\r\n")), Stream.of(block), Stream.of("\r\n\r\n"))
                .flatMap(parts -> parts)
                .toArray());
    }

    /** Adds an answer for that page. */
    HandmadeWarc response(String url, String date, Object... http) {
        return record("""
                WARC-Type: response
                WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>
                WARC-Date: %s
                WARC-Target-URI: %s
                Content-Type: application/http;msgtype=response
                """.formatted(records.size(), date, url), http);
    }

    /** Adds these as a record. */
    HandmadeWarc raw(Object... parts) {
        records.add(parts);
        return this;
    }

    /** Where the n-th record lies in the compressed file. */
    long place(int n) {
        return records.subList(0, n).stream().mapToLong(r -> gzip(r).length).sum();
    }

    byte[] plain() {
        return joined(records.stream().flatMap(Stream::of).toArray());
    }

    byte[] compressed() {
        return joined(records.stream().map(HandmadeWarc::gzip).toArray());
    }

    Path plain(Path folder) {
        return written(folder.resolve("handmade.warc"), plain());
    }

    Path compressed(Path folder) {
        return written(folder.resolve("handmade.warc.gz"), compressed());
    }

    static Path written(Path file, byte[] octets) {
        try {
            return Files.write(file, octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(Object... parts) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            write(gzip, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Text, octets and zeros one after the other. */
    static byte[] joined(Object... parts) {
        var out = new ByteArrayOutputStream();
        try {
            write(out, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(OutputStream out, Object... parts) throws IOException {
        for (Object part : parts) {
            if (part instanceof Zeros zeros) {
                byte[] some = new byte[1 << 16];
                for (int left = zeros.octets(); left > 0; left -= some.length) {
                    out.write(some, 0, Math.min(left, some.length));
                }
            } else {
                out.write(octets(part));
            }
        }
    }

    private static int length(Object... parts) {
        return Stream.of(parts)
                .mapToInt(part -> part instanceof Zeros zeros ? zeros.octets() : octets(part).length)
                .sum();
    }

    private static byte[] octets(Object part) {
        return part instanceof byte[] octets ? octets : part.toString().getBytes(ISO_8859_1);
    }
}
