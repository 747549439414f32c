package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;
import static org.evidencewatch.fault.Site.status;
import static org.evidencewatch.fetch.RawServer.write;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.evidencewatch.fetch.RawServer.Script;
import org.junit.jupiter.api.Test;

/** F-03, F-05 to F-07, F-16: contents that are cut, endless, broken, empty, or more than they seem. */
class ContentFaultsTest extends ThreeNights {

    private static final int MEGABYTE = 1 << 20;
    private static final String TEXT = "Content-Type: text/html; charset=utf-8\r\n";

    private long allocated;

    @Override
    List<Fault> faults() {
        byte[] gzip = gzip(PAGE.getBytes(StandardCharsets.UTF_8), 1);
        byte[] bomb = gzip(gzip(new byte[MEGABYTE], 250), 1);
        return List.of(
                Fault.of(
                        "F-03 cut where no length tells",
                        site -> site.serve(status("200 OK", TEXT) + PAGE.substring(0, PAGE.indexOf("Plans that were"))),
                        "TRUNCATED",
                        "degraded"),
                Fault.of(
                        "F-03 cut within the last sentence",
                        site -> site.serve(
                                status("200 OK", TEXT) + PAGE.substring(0, PAGE.indexOf("whoever received"))),
                        "TRUNCATED",
                        "degraded"),
                Fault.of(
                        "F-05 double gzip of 250 MB",
                        site -> coded(site, "gzip, gzip", bomb),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-05 three codings", site -> coded(site, "gzip, gzip, gzip", gzip), "REFUSED", "unverifiable"),
                Fault.of(
                        "F-06 endless body",
                        site -> site.serve(endless("", "x".repeat(8192))),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-06 endless chunks",
                        site -> site.serve(endless("Transfer-Encoding: chunked\r\n", "10\r\n0123456789abcdef\r\n")),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-06 endless headers",
                        site -> site.serve(out -> endlessly(out, "HTTP/1.1 200 OK\r\n", "X-Many: 1\r\n")),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-06 endless header line",
                        site -> site.serve(out -> endlessly(out, "HTTP/1.1 200 OK\r\nX-Long: ", "x".repeat(1000))),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-06 endless interim answers",
                        site -> site.serve(out -> endlessly(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n")),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-06 endless trailers",
                        site -> site.serve(
                                endless("Transfer-Encoding: chunked\r\n", "5\r\n<html\r\n0\r\n", "X-Trailer: 1\r\n")),
                        "REFUSED",
                        "unverifiable"),
                Fault.of(
                        "F-07 check sum wrong at the very end",
                        site -> coded(site, "gzip", flipped(gzip, gzip.length - 8)),
                        "DECODE_ERROR",
                        "unverifiable"),
                Fault.of("F-07 gzip cut", site -> coded(site, "gzip", cut(gzip)), "TRUNCATED", "unverifiable"),
                Fault.of("F-07 brotli that is none", site -> coded(site, "br", gzip), "DECODE_ERROR", "unverifiable"),
                Fault.of("F-07 zstd that is none", site -> coded(site, "zstd", gzip), "DECODE_ERROR", "unverifiable"),
                Fault.of(
                        "F-07 a coding nobody knows",
                        site -> coded(site, "rot13", gzip),
                        "DECODE_ERROR",
                        "unverifiable"),
                Fault.of("F-16 no octets", site -> site.serve(ok("", "")), "EMPTY", "degraded"),
                Fault.of(
                        "F-16 only a script",
                        site -> site.serve(ok("", "<html><body><script>render()</script></body></html>")),
                        "EMPTY",
                        "degraded"),
                Fault.of(
                        "F-16 only a comment",
                        site -> site.serve(ok("", "<html><body><!-- " + PAGE.replace("--", "") + " --></body></html>")),
                        "EMPTY",
                        "degraded"),
                Fault.of(
                        "F-16 only the frame",
                        site -> site.serve(
                                ok("", PAGE.replaceAll("(?s)<main>.*</main>", "<main></main><script>go()</script>"))),
                        "EMPTY",
                        "degraded"));
    }

    /** Of them all together, with all that the night does beside. The bomb alone would be 250 MB. */
    @Test
    void hugeContentsCostLittleMemory() {
        assertThat(allocated).isLessThan(200L * MEGABYTE);
    }

    @Test
    void whatIsTooLargeIsNotPutDownToTheGate() {
        assertThat(filed("F-05 double gzip of 250 MB").detail()).startsWith("beyond our limits: content above ");
        assertThat(filed("F-06 endless headers").detail()).startsWith("beyond our limits: head of the answer: ");
        assertThat(filed("F-06 endless trailers").detail()).startsWith("beyond our limits: framing of the content: ");
        assertThat(filed("F-03 cut where no length tells").detail()).contains("breaks off");
    }

    @Override
    void faultyNight(Runnable night) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        night.run();
        allocated = threads.getTotalThreadAllocatedBytes() - before;
    }

    private static void coded(Site site, String coding, byte[] content) {
        site.serve(out -> {
            write(out, status("200 OK", TEXT + "Content-Encoding: " + coding + "\r\n"));
            out.write(content);
        });
    }

    private static Script endless(String headers, String piece) {
        return endless(headers, "", piece);
    }

    private static Script endless(String headers, String start, String piece) {
        return out -> endlessly(out, status("200 OK", TEXT + headers) + start, piece);
    }

    /** Until the client leaves; after 100 MB it has failed to. */
    private static void endlessly(OutputStream out, String start, String piece) throws IOException {
        byte[] octets = piece.getBytes(StandardCharsets.ISO_8859_1);
        write(out, start);
        for (long sent = 0; sent < 100L * MEGABYTE; sent += octets.length) {
            out.write(octets);
        }
    }

    private static byte[] gzip(byte[] content, int times) {
        var octets = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(octets)) {
            for (int i = 0; i < times; i++) {
                gzip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static byte[] flipped(byte[] octets, int at) {
        byte[] changed = octets.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] cut(byte[] octets) {
        return Arrays.copyOf(octets, octets.length - 20);
    }
}
