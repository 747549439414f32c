package org.evidencewatch.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A WARC file made by hand, octet by octet, so that nothing in it need be right. */
final class HandmadeWarc {

    private final List<byte[]> records = new ArrayList<>();

    /** Adds a record of these fields (lines that end in LF), to which the length of the block is added. */
    HandmadeWarc record(String fields, byte[] block) {
        return raw(joined(
                ("WARC/1.0\n" + fields.strip() + "\nContent-Length: " + block.length + "\n\n").replace("\n", "\r\n"),
                block,
                "\r\n\r\n"));
    }

    HandmadeWarc record(String fields, String block) {
        return record(fields, block.getBytes(ISO_8859_1));
    }

    /** Adds an answer for that page. */
    HandmadeWarc response(String url, String date, byte[] http) {
        return record("""
                WARC-Type: response
                WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>
                WARC-Date: %s
                WARC-Target-URI: %s
                Content-Type: application/http;msgtype=response
                """.formatted(records.size(), date, url), http);
    }

    HandmadeWarc response(String url, String date, String http) {
        return response(url, date, http.getBytes(ISO_8859_1));
    }

    /** Adds octets as a record. */
    HandmadeWarc raw(byte[] record) {
        records.add(record);
        return this;
    }

    /** Where the n-th record lies in the compressed file. */
    long place(int n) {
        return records.subList(0, n).stream().mapToLong(r -> gzip(r).length).sum();
    }

    byte[] plain() {
        return joined(records.toArray());
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

    static byte[] gzip(byte[] octets) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Text and octets one after the other. */
    static byte[] joined(Object... parts) {
        List<byte[]> octets = Stream.of(parts)
                .map(part ->
                        part instanceof byte[] bytes ? bytes : part.toString().getBytes(ISO_8859_1))
                .toList();
        var all = ByteBuffer.allocate(
                octets.stream().mapToInt(part -> part.length).sum());
        octets.forEach(all::put);
        return all.array();
    }
}
