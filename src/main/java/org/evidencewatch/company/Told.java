package org.evidencewatch.company;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One difference between two states of a page, as a correction quotes it.
 *
 * @param code what it is, such as {@code fact-worse} or {@code number-changed}
 * @param before the words that stood; empty where there were none
 * @param after the words that stand now
 */
public record Told(String code, Optional<String> before, Optional<String> after) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    public Told {
        requireCode(code);
        before.ifPresent(Limit.QUOTE::require);
        after.ifPresent(Limit.QUOTE::require);
    }

    /** Whether it is of a stated fact, rather than of words. */
    public boolean ofFact() {
        return code.startsWith("fact-");
    }

    static void requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("'" + code + "' is no code");
        }
    }
}
