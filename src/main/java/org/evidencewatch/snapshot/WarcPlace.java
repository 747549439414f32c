package org.evidencewatch.snapshot;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** One record of a file, opened at its block. */
final class WarcPlace implements AutoCloseable {

    private final WarcHead head;
    private final InputStream octets;

    private WarcPlace(WarcHead head, InputStream octets) {
        this.head = head;
        this.octets = octets;
    }

    /** Opens the record at that place, which was found there before. */
    static WarcPlace open(FileChannel file, boolean gzip, long at) throws IOException {
        InputStream octets = gzip ? new BufferedInputStream(new GzipMember(file, at)) : new FileOctets(file, at);
        if (WarcHead.read(octets) instanceof WarcHead.Sound sound) {
            return new WarcPlace(sound.head(), octets);
        }
        octets.close();
        throw new EOFException("the archive was changed meanwhile: no record at " + at);
    }

    WarcHead head() {
        return head;
    }

    /** The block, and nothing after it; closing it closes the record. */
    InputStream block() {
        return new Block(octets, head.length());
    }

    /** The block of a resource as the content of an HTTP answer. */
    InputStream asAnswer() {
        String type = WarcText.line(head.field("Content-Type").orElse("application/octet-stream"), 200);
        String answer =
                "HTTP/1.1 200 \r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n".formatted(type, head.length());
        return new SequenceInputStream(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)), block());
    }

    @Override
    public void close() throws IOException {
        octets.close();
    }

    /** The next so many octets. */
    private static final class Block extends FilterInputStream {

        private long left;

        Block(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("a record breaks off");
            }
            left -= read;
            return read;
        }
    }
}
