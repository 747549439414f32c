package org.evidencewatch.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells the encodings of Unicode by their octets. */
final class Utf {

    private static final int SAMPLE = 1024;

    private Utf() {}

    /** UTF-16, where markup without a byte order mark has zeros for every other octet. */
    static Optional<Charset> wide(byte[] body, int length) {
        int pairs = Math.min(SAMPLE, length) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += body[2 * i] == 0 ? 1 : 0;
            odd += body[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs == 0 || Math.max(even, odd) * 2 < pairs || Math.min(even, odd) * 10 > pairs) {
            return Optional.empty();
        }
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /** Whether no more octets break the rules of UTF-8 than sequences of several octets keep them. */
    static boolean plausible(byte[] body, int length) {
        int kept = 0;
        int broken = 0;
        for (int i = 0; i < length; ) {
            if (body[i] >= 0) {
                i++;
                continue;
            }
            int octets = sequence(body, i, length);
            kept += octets > 1 ? 1 : 0;
            broken += octets > 1 ? 0 : 1;
            i += octets;
        }
        return broken <= kept;
    }

    /** Length of the sequence that begins there, 1 where it is none (RFC 3629; overlong forms are not looked for). */
    private static int sequence(byte[] body, int at, int length) {
        int lead = body[at] & 0xFF;
        int octets = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
        for (int i = 1; i < octets; i++) {
            if (at + i >= length || (body[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return octets;
    }
}
