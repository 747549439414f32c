package org.evidencewatch.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The content of one gzip member of a file (RFC 1952), in a bounded memory. Ends with the member; at its end the check sum
 * and the length must be right.
 *
 * <p>Throws {@link EOFException} where the member breaks off, and {@link IOException} where it is broken or expands beyond
 * reason.
 */
final class GzipMember extends InputStream {

    /** Octets that a member may expand to whatever its length. */
    private static final long FREE_OF_RATIO = 64L << 20;

    private static final int EXPANSION = 200;
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final long start;
    private final FileOctets coded;
    private final GzipCompressorInputStream content;

    /** The member that begins there. */
    GzipMember(FileChannel file, long start) throws IOException {
        this.start = start;
        this.coded = new FileOctets(file, start);
        // the library keeps the name and the comment, however long
        coded.endAt(start + LONGEST_HEADER);
        try {
            this.content = new GzipCompressorInputStream(coded);
        } catch (EOFException e) {
            throw coded.position() < start + LONGEST_HEADER
                    ? brokenOff()
                    : new ZipException("a gzip member whose header is longer than " + LONGEST_HEADER + " octets");
        }
        coded.endAt(Long.MAX_VALUE);
    }

    /** Where the octet after the member lies; reads what is left of it. */
    long end() throws IOException {
        byte[] rest = new byte[BUFFER];
        while (read(rest, 0, rest.length) >= 0) {
            // only its end is of interest
        }
        return coded.position();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read;
        try {
            read = content.read(into, from, length);
        } catch (EOFException e) {
            throw brokenOff();
        }
        long all = content.getUncompressedCount();
        if (all > FREE_OF_RATIO && all > EXPANSION * content.getCompressedCount()) {
            throw new ZipException("a gzip member that expands more than " + EXPANSION + " times");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private EOFException brokenOff() {
        return new EOFException("a gzip member breaks off: it begins at " + start);
    }
}
