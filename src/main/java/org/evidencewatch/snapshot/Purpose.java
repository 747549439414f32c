package org.evidencewatch.snapshot;

/** Why a page was read. */
public enum Purpose {
    /** The nightly reading of every due source. */
    REFRESH,
    /** The later read that a change must agree with before anybody hears of it. */
    CONFIRM,
    /** None of ours: a person brought what they saw. */
    MANUAL;

    /** The word used in the database. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
