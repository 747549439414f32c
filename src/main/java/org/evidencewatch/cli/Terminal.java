package org.evidencewatch.cli;

/**
 * Whether a person watches. Only the launcher can tell for each stream; without it nobody is assumed to.
 */
final class Terminal {

    private Terminal() {}

    /** Standard output is a terminal. */
    static boolean out() {
        return Boolean.getBoolean("evidence.terminal.out");
    }

    /** Standard error is a terminal. */
    static boolean err() {
        return Boolean.getBoolean("evidence.terminal.err");
    }
}
