package org.evidencewatch.cli.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Every page as it goes over the wire, packed before anybody asks.
 *
 * @param first each page of the first night
 * @param later the same where it stays as it is, another one where it does not
 * @param characters of all first pages, unpacked
 */
record Bodies(List<byte[]> first, List<byte[]> later, long characters) {

    private static final int LEVEL = 5;

    static Bodies of(SiteShape shape, List<Lot> lots) {
        var frames = IntStream.range(0, shape.hosts())
                .mapToObj(host -> Frame.of(shape.seed(), host, Platform.of(host)))
                .toList();
        var characters = new AtomicLong();
        var first = new byte[shape.pages()][];
        var later = new byte[shape.pages()][];
        IntStream.range(0, shape.pages()).parallel().forEach(page -> {
            var frame = frames.get(shape.host(page));
            var article = shape.article(page);
            String html = frame.page(article, page, Revision.FIRST);
            characters.addAndGet(html.length());
            first[page] = packed(html);
            Revision then = lots.get(page).then();
            later[page] = then == Revision.FIRST ? first[page] : packed(frame.page(article, page, then));
        });
        return new Bodies(List.of(first), List.of(later), characters.get());
    }

    byte[] of(int page, Revision revision) {
        return (revision == Revision.FIRST ? first : later).get(page);
    }

    /** Octets of all first pages as they are sent. */
    long wireOctets() {
        return first.stream().mapToLong(body -> body.length).sum();
    }

    private static byte[] packed(String html) {
        var packed = new ByteArrayOutputStream(1 << 15);
        try (var gzip = new Gzip(packed)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return packed.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(LEVEL);
        }
    }
}
