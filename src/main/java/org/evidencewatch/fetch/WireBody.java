package org.evidencewatch.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Content as transferred.
 *
 * @param octets everything, or what came before the limit
 * @param whole whether the end was reached
 */
record WireBody(byte[] octets, boolean whole) {

    private static final int FIRST_GUESS = 32 * 1024;

    /**
     * Reads to the end, but no more than {@code limit} octets.
     *
     * @param length the length announced, or a negative number
     * @throws IOException when the connection breaks, or the framing ends early
     */
    static WireBody read(InputStream in, long length, int limit) throws IOException {
        int guess = length < 0 ? FIRST_GUESS : (int) Math.min(length, limit);
        byte[] buffer = new byte[guess + 1];
        int filled = 0;
        for (int n; (n = in.read(buffer, filled, buffer.length - filled)) >= 0; ) {
            filled += n;
            if (filled > limit) {
                return new WireBody(Arrays.copyOf(buffer, limit), false);
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * filled, limit + 1L));
            }
        }
        return new WireBody(Arrays.copyOf(buffer, filled), true);
    }
}
