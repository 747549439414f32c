package org.evidencewatch.fetch;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The content of Zstandard frames, one after the other (RFC 8878). A frame that wants a window above 8 MiB is refused, as
 * RFC 9659 asks for this content coding. Nothing but frames may follow a frame.
 *
 * <p>Throws {@link EOFException} where a frame breaks off, and any other {@link IOException} where it is broken.
 */
final class ZstdFrames extends InputStream {

    /** Logarithm of the largest window (RFC 9659, section 3). */
    private static final int WINDOW_LOG = 23;

    private final ZstdDecompressCtx decoder = new ZstdDecompressCtx().setLongMax(WINDOW_LOG);
    private final ByteBuffer coded;
    private boolean within = true;

    ZstdFrames(byte[] coded) {
        this.coded = ByteBuffer.wrap(coded);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(into, from, length);
        while (content.position() == from && (within || coded.hasRemaining())) {
            int before = coded.remaining();
            within = !decode(content);
            if (within && content.position() == from && before == coded.remaining()) {
                throw new EOFException("a frame breaks off");
            }
        }
        int read = content.position() - from;
        return read == 0 ? -1 : read;
    }

    @Override
    public void close() {
        decoder.close();
    }

    /** Decodes on; true at the end of a frame. */
    private boolean decode(ByteBuffer content) throws IOException {
        try {
            return decoder.decompressByteBufferStream(content, coded);
        } catch (ZstdException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
