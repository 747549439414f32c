package org.evidencewatch.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file's octets from a place on. Moves nothing on the channel, so that many can read the same file. */
final class FileOctets extends InputStream {

    private static final int BUFFER = 32 * 1024;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private long next;
    private long marked;
    private long end = Long.MAX_VALUE;

    FileOctets(FileChannel file, long from) {
        this.file = file;
        this.next = from;
        this.marked = from;
    }

    /** Where the octet lies that is read next. */
    long position() {
        return next - buffer.remaining();
    }

    /** Reads single octets as if the file ended at that place, until it is told another. */
    void endAt(long place) {
        end = place;
    }

    @Override
    public int read() throws IOException {
        return filled() ? Byte.toUnsignedInt(buffer.get()) : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int read = Math.min(length, buffer.remaining());
        buffer.get(into, from, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    /** Marks the place; it holds however much is read after. */
    @Override
    public void mark(int readLimit) {
        marked = position();
    }

    @Override
    public void reset() {
        next = marked;
        buffer.limit(0);
    }

    private boolean filled() throws IOException {
        if (position() >= end) {
            return false;
        }
        if (!buffer.hasRemaining()) {
            buffer.clear();
            int read = file.read(buffer, next);
            buffer.flip();
            next += Math.max(0, read);
        }
        return buffer.hasRemaining();
    }
}
