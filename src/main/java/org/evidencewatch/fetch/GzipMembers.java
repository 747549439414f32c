package org.evidencewatch.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of gzip members, one after the other (RFC 1952). Each must have its check sum and its length. What follows
 * the last one and is no member is left alone, as gzip itself and browsers do: servers pad.
 *
 * <p>Throws {@link EOFException} where a member breaks off, also in its header, and {@link ZipException} where it is
 * broken. (Java's own stream takes a second member that breaks off in its header for the end of the first.)
 */
final class GzipMembers extends InputStream {

    private static final int MAGIC = 0x8b1f;
    private static final int HEADER_CHECK = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;

    private final byte[] coded;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private int at;
    private boolean within;

    GzipMembers(byte[] coded) {
        this.coded = coded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (within || begins()) {
            int inflated = inflate(into, from, length);
            if (inflated > 0) {
                check.update(into, from, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                end();
            } else {
                throw new EOFException("a member breaks off");
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
            if (inflater.needsDictionary()) {
                throw new ZipException("a preset dictionary");
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new ZipException(String.valueOf(e.getMessage()));
        }
    }

    /** Reads a header (section 2.3); false where no further member begins. */
    private boolean begins() throws IOException {
        if (at > 0 && (at == coded.length || coded[at] != (byte) MAGIC || (at + 1 < coded.length && !magic()))) {
            return false;
        }
        int start = at;
        if (number(2) != MAGIC) {
            throw new ZipException("no gzip header");
        }
        int method = (int) number(1);
        int flags = (int) number(1);
        if (method != 8 || (flags & RESERVED) != 0) {
            throw new ZipException("method " + method + ", flags " + flags);
        }
        skip(6);
        skip((flags & EXTRA) == 0 ? 0 : (int) number(2));
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        checkHeader(start, (flags & HEADER_CHECK) != 0);
        check.reset();
        inflater.reset();
        inflater.setInput(coded, at, coded.length - at);
        within = true;
        return true;
    }

    private boolean magic() {
        return coded[at + 1] == (byte) (MAGIC >> 8);
    }

    private void end() throws IOException {
        at = coded.length - inflater.getRemaining();
        if (number(4) != check.getValue()) {
            throw new ZipException("wrong check sum");
        }
        if (number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("wrong length");
        }
        within = false;
    }

    private void checkHeader(int start, boolean present) throws IOException {
        if (present) {
            check.reset();
            check.update(coded, start, at - start);
            if (number(2) != (check.getValue() & 0xffff)) {
                throw new ZipException("wrong check sum of the header");
            }
        }
    }

    private void skipText(boolean present) throws EOFException {
        while (present && number(1) != 0) {
            // up to and with the zero that ends it
        }
    }

    private void skip(int octets) throws EOFException {
        if (coded.length - at < octets) {
            throw new EOFException("a member breaks off in its header");
        }
        at += octets;
    }

    /** The next octets, the least significant first. */
    private long number(int octets) throws EOFException {
        int from = at;
        skip(octets);
        long value = 0;
        for (int i = octets - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedLong(coded[from + i]);
        }
        return value;
    }
}
