package org.evidencewatch.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of one gzip member of a file (RFC 1952), in a bounded memory. Ends with the member; at its end the check sum
 * and the length must be right.
 *
 * <p>Throws {@link EOFException} where the member breaks off, and {@link ZipException} where it is broken or expands beyond
 * reason.
 */
final class GzipMember extends InputStream {

    /** Octets that a member may expand to whatever its length. */
    private static final long FREE_OF_RATIO = 64L << 20;

    private static final int EXPANSION = 200;
    private static final int MAGIC = 0x8b1f;
    private static final int HEADER_CHECK = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;

    private final FileChannel file;
    private final long start;
    private final FileOctets coded;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] input = new byte[16 * 1024];
    private long end = -1;

    /** The member that begins there. */
    GzipMember(FileChannel file, long start) throws IOException {
        this.file = file;
        this.start = start;
        this.coded = new FileOctets(file, start);
        try {
            header();
        } catch (IOException e) {
            inflater.end();
            throw e;
        }
    }

    /** Where the octet after the member lies; reads what is left of it. */
    long end() throws IOException {
        byte[] rest = new byte[input.length];
        while (end < 0) {
            read(rest, 0, rest.length);
        }
        return end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (end < 0) {
            int inflated = inflate(into, from, length);
            if (inflated > 0) {
                check.update(into, from, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                trailer();
            } else {
                feed();
            }
        }
        return -1;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] into, int from, int length) throws ZipException {
        try {
            int inflated = inflater.inflate(into, from, length);
            long all = inflater.getBytesWritten();
            if (inflater.needsDictionary()) {
                throw new ZipException("a gzip member with a preset dictionary");
            }
            if (all > FREE_OF_RATIO && all > EXPANSION * inflater.getBytesRead()) {
                throw new ZipException("a gzip member that expands more than " + EXPANSION + " times");
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new ZipException("a broken gzip member: " + e.getMessage());
        }
    }

    private void feed() throws IOException {
        int read = coded.read(input, 0, input.length);
        if (read < 0) {
            throw new EOFException("a gzip member breaks off at the end of the file");
        }
        inflater.setInput(input, 0, read);
    }

    private void header() throws IOException {
        if (number(coded, 2) != MAGIC) {
            throw new ZipException("no gzip member begins here");
        }
        long method = number(coded, 1);
        int flags = (int) number(coded, 1);
        if (method != 8 || (flags & RESERVED) != 0) {
            throw new ZipException("a gzip member by method " + method + " with flags " + flags);
        }
        pass(6);
        pass((flags & EXTRA) == 0 ? 0 : number(coded, 2));
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        pass((flags & HEADER_CHECK) == 0 ? 0 : 2);
    }

    private void trailer() throws IOException {
        long at = coded.position() - inflater.getRemaining();
        var trailer = new FileOctets(file, at);
        if (number(trailer, 4) != check.getValue()) {
            throw new ZipException("a gzip member with a wrong check sum");
        }
        if (number(trailer, 4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("a gzip member with a wrong length");
        }
        end = at + 8;
    }

    private void skipText(boolean present) throws IOException {
        while (present && number(coded, 1) != 0) {
            // up to and with the zero that ends it
        }
    }

    private void pass(long octets) throws IOException {
        for (long i = 0; i < octets; i++) {
            number(coded, 1);
        }
    }

    /** The next octets, the least significant first. */
    private long number(InputStream in, int octets) throws IOException {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("a gzip member breaks off: it begins at " + start);
            }
            value |= (long) octet << (8 * i);
        }
        return value;
    }
}
