package org.evidencewatch.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Tells by its first octets what a file is that was given as an archive. */
final class WarcForm {

    private static final byte[] RECORD = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARC = "filedesc:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] ZSTD_DICTIONARY = {0x5d, 0x2a, 0x4d, 0x18};

    private WarcForm() {}

    /** Why a file is no WARC file that we read. */
    static Optional<String> objection(FileChannel file) throws IOException {
        byte[] start = new FileOctets(file, 0).readNBytes(ARC.length);
        if (start.length == 0) {
            return Optional.of("it is empty");
        }
        if (begins(start, ARC) || (begins(start, GZIP) && holds(file, 0, ARC))) {
            return Optional.of("it is an ARC file, the format before WARC; convert it (warcio recompress does)");
        }
        if (begins(start, ZIP)) {
            return Optional.of("it is a ZIP file; of a WACZ, give the .warc.gz files in its folder archive");
        }
        if (begins(start, ZSTD) || begins(start, ZSTD_DICTIONARY)) {
            return Optional.of("it is compressed by zstd; give it uncompressed, or by gzip");
        }
        return begins(start, GZIP) || begins(start, RECORD) ? Optional.empty() : Optional.of("it is no WARC file");
    }

    static boolean isGzip(FileChannel file) throws IOException {
        return begins(new FileOctets(file, 0).readNBytes(GZIP.length), GZIP);
    }

    /** Whether a gzip member begins there whose content begins as a record does; it may still be broken. */
    static boolean isRecord(FileChannel file, long at) {
        return holds(file, at, RECORD);
    }

    /** Whether the two line ends after a block are there, or the file ends. */
    static boolean ended(InputStream in) throws IOException {
        byte[] end = in.readNBytes(4);
        return Arrays.equals(end, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                || (end.length < 4 && in.read() < 0 && new String(end, StandardCharsets.US_ASCII).isBlank());
    }

    private static boolean holds(FileChannel file, long at, byte[] what) {
        try (var member = new GzipMember(file, at)) {
            return begins(member.readNBytes(what.length), what);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean begins(byte[] octets, byte[] with) {
        return octets.length >= with.length && Arrays.equals(octets, 0, with.length, with, 0, with.length);
    }
}
