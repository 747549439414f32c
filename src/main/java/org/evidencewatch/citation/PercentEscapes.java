package org.evidencewatch.citation;

import java.nio.charset.StandardCharsets;

/**
 * One form for the escapes of a path or query (RFC 3986, sections 2.1 to 2.4): hex digits in upper case, unreserved
 * characters bare, everything that may not stand in a URL escaped as UTF-8, a stray percent sign escaped itself.
 */
final class PercentEscapes {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String DELIMITERS = "!$&'()*+,;=:@/?";

    private PercentEscapes() {}

    static String normalize(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        var out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                int escaped = hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]);
                append(out, escaped, isUnreserved(escaped));
                i += 2;
            } else {
                append(out, b, isUnreserved(b) || DELIMITERS.indexOf(b) >= 0);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int b, boolean bare) {
        if (bare) {
            out.append((char) b);
        } else {
            out.append('%').append("%02X".formatted(b));
        }
    }

    private static boolean isUnreserved(int b) {
        return b < 0x80 && (Character.isLetterOrDigit(b) || UNRESERVED_MARKS.indexOf(b) >= 0);
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }
}
