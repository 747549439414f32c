package org.evidencewatch.fact;

/** What the values of a role look like. */
public enum Form {
    DURATION,
    /** An amount of money, or a share. */
    MONEY,
    FLAG,
    CHANNELS
}
