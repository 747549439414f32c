package org.evidencewatch.fetch;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The content of one brotli stream (RFC 7932). Nothing may follow it.
 *
 * <p>Throws {@link EOFException} where it breaks off, and any other {@link IOException} where it is broken, or where this
 * machine has no decoder. The decoder's native library is loaded with the first stream.
 */
final class BrotliStream extends InputStream {

    private static final int PIECE = 16 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final byte[] coded;
    private final DecoderJNI.Wrapper decoder;
    private int at;
    private ByteBuffer decoded = NOTHING;

    BrotliStream(byte[] coded) throws IOException {
        this.coded = coded;
        if (!Brotli4jLoader.isAvailable()) {
            throw new IOException("no brotli decoder for this machine");
        }
        this.decoder = new DecoderJNI.Wrapper(PIECE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (!decoded.hasRemaining()) {
            switch (decoder.getStatus()) {
                case DONE -> {
                    return end();
                }
                case OK -> decoder.push(0);
                case NEEDS_MORE_OUTPUT -> decoded = decoder.pull();
                case NEEDS_MORE_INPUT -> push();
                case ERROR -> throw new IOException("a broken stream");
            }
        }
        int n = Math.min(length, decoded.remaining());
        decoded.get(into, from, n);
        return n;
    }

    @Override
    public void close() {
        decoder.destroy();
    }

    /**
     * Gives the decoder its next input. It asks for more also when the last octets are taken in but not yet decoded: then
     * an empty input makes it go on.
     */
    private void push() throws EOFException {
        int piece = Math.min(PIECE, coded.length - at);
        ByteBuffer input = decoder.getInputBuffer();
        input.clear();
        input.put(coded, at, piece);
        at += piece;
        decoder.push(piece);
        if (piece == 0 && decoder.getStatus() == DecoderJNI.Status.NEEDS_MORE_INPUT) {
            throw new EOFException("the stream breaks off");
        }
    }

    private int end() throws IOException {
        if (at < coded.length) {
            throw new IOException("something follows the stream");
        }
        return -1;
    }
}
