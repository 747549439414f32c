package org.evidencewatch.extract;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The octets of a file, which can be read until a time. PDFBox looks at no clock, but nearly all it does is reading. */
final class PdfSource extends RandomAccessReadBuffer {

    private static final int SELDOM = 4096;

    private final long until;
    private int reads;

    /** @param until by {@link System#nanoTime} */
    PdfSource(byte[] octets, long until) {
        super(octets);
        this.until = until;
    }

    /** No time is left. */
    static final class Late extends IOException {

        Late() {
            super("no time is left");
        }
    }

    /** @throws Late when the time is over, or whoever waited has left */
    void check() throws Late {
        if (System.nanoTime() - until > 0 || Thread.currentThread().isInterrupted()) {
            throw new Late();
        }
    }

    private void checkSometimes() throws Late {
        if (++reads % SELDOM == 0) {
            check();
        }
    }

    @Override
    public int read() throws IOException {
        checkSometimes();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkSometimes();
        return super.read(target, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
        checkSometimes();
        super.seek(position);
    }
}
