package org.evidencewatch.fetch;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Takes the content codings off a body (RFC 9110, section 8.4): those that we ask for, and nothing else. Content that
 * breaks off or fails its check sum is never returned in part. No more is decoded than the limit and one octet.
 */
final class Decoding {

    /** What is asked for. */
    static final String ACCEPTED = "gzip, deflate, br, zstd";

    /** More codings than this, one over the other, are an attack and not a saving. */
    private static final int MAX_CODINGS = 2;

    private static final int BUFFER = 16 * 1024;

    private Decoding() {}

    /** How decoding ended. */
    sealed interface Decoded {}

    /** The whole content. */
    record Content(byte[] octets) implements Decoded {}

    /** No content, and why. */
    record Broken(Exchange why) implements Decoded {}

    /**
     * Decodes.
     *
     * @param encoding value of {@code Content-Encoding}, or the empty string
     * @param whole whether {@code wire} is all that was sent; what is cut may end anywhere
     */
    static Decoded decode(byte[] wire, String encoding, BodyLimit limit, boolean whole) {
        List<String> codings = codings(encoding);
        if (codings.size() > MAX_CODINGS) {
            return new Broken(new Exchange.Refused(Refusal.TOO_LARGE, codings.size() + " content codings"));
        }
        byte[] octets = wire;
        int most = limit.decodedFrom(wire.length);
        for (String coding : codings.reversed()) {
            switch (decodeOne(octets, coding, most, limit.cut() && !whole)) {
                case Content content -> octets = content.octets();
                case Broken broken -> {
                    return broken;
                }
            }
            if (octets.length > most && !limit.cut()) {
                return new Broken(new Exchange.Refused(Refusal.TOO_LARGE, "content above " + most + " octets"));
            }
        }
        return new Content(octets.length > most ? Arrays.copyOf(octets, most) : octets);
    }

    private static List<String> codings(String encoding) {
        return encoding.isEmpty()
                ? List.of()
                : Arrays.stream(encoding.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                        .toList();
    }

    private static Decoded decodeOne(byte[] coded, String coding, int most, boolean mayBreakOff) {
        if (coded.length == 0) {
            return new Content(coded);
        }
        try {
            return switch (coding) {
                case "gzip", "x-gzip" -> drained(new GzipMembers(coded), sizeHint(coded, most), most, mayBreakOff);
                case "deflate" -> deflate(coded, most, mayBreakOff);
                case "br" -> drained(new BrotliStream(coded), guess(coded, most), most, mayBreakOff);
                case "zstd" -> drained(new ZstdFrames(coded), guess(coded, most), most, mayBreakOff);
                default -> broken(FailureCause.DECODE_ERROR, "content coding " + coding + ", which was not asked for");
            };
        } catch (EOFException e) {
            return broken(FailureCause.TRUNCATED, coding + " content ends before its end");
        } catch (IOException e) {
            return broken(FailureCause.DECODE_ERROR, "not " + coding + ": " + e.getMessage());
        }
    }

    private static Broken broken(FailureCause cause, String detail) {
        return new Broken(new Exchange.Failed(cause, true, detail));
    }

    private static Decoded drained(InputStream in, int hint, int most, boolean mayBreakOff) throws IOException {
        try (in) {
            return new Content(drain(in, hint, most, mayBreakOff));
        }
    }

    /** {@code deflate} is zlib (RFC 1950), but some servers send the bare stream (RFC 1951); RFC 9110, section 8.4.1.2. */
    private static Decoded deflate(byte[] coded, int most, boolean mayBreakOff) throws IOException {
        int header = Byte.toUnsignedInt(coded[0]) << 8 | (coded.length > 1 ? Byte.toUnsignedInt(coded[1]) : 0);
        boolean zlib = (coded[0] & 0x0f) == Deflater.DEFLATED && header % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(coded), inflater, BUFFER)) {
            return new Content(drain(in, guess(coded, most), most, mayBreakOff));
        } finally {
            inflater.end();
        }
    }

    private static int guess(byte[] coded, int most) {
        return (int) Math.min(most, 4L * coded.length);
    }

    /** The size that the gzip trailer states (RFC 1952, section 2.3.1), where it is believable. */
    private static int sizeHint(byte[] gzip, int most) {
        int end = gzip.length;
        if (end < 18) {
            return BUFFER;
        }
        long size = Byte.toUnsignedLong(gzip[end - 4])
                | Byte.toUnsignedLong(gzip[end - 3]) << 8
                | Byte.toUnsignedLong(gzip[end - 2]) << 16
                | Byte.toUnsignedLong(gzip[end - 1]) << 24;
        return (int) Math.min(Math.min(size, most), 64L * end);
    }

    /** Reads to the end, or one octet beyond {@code most}. */
    private static byte[] drain(InputStream in, int hint, int most, boolean mayBreakOff) throws IOException {
        byte[] buffer = new byte[Math.max(hint, 64) + 1];
        int filled = 0;
        try {
            for (int n; filled <= most && (n = in.read(buffer, filled, buffer.length - filled)) >= 0; ) {
                filled += n;
                if (filled == buffer.length && filled <= most) {
                    buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, most + 1L));
                }
            }
        } catch (EOFException e) {
            if (!mayBreakOff) {
                throw e;
            }
        }
        return filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
    }
}
