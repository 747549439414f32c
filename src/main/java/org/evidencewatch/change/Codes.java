package org.evidencewatch.change;

import java.util.Locale;

/** The spelling of reason codes. */
final class Codes {

    private Codes() {}

    /** {@code DNS_ERROR} becomes {@code dns-error}. */
    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code dns-error} becomes {@code DNS_ERROR}. */
    static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
