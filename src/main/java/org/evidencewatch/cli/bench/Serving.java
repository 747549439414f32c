package org.evidencewatch.cli.bench;

/** How the site answers. */
public enum Serving {
    /** No validators: always 200 and the whole page, equal bytes. */
    PLAIN,
    /** ETag and Last-Modified on every page; 304 when they match. */
    VALIDATORS,
    /** Validators on three pages of five; on later nights some pages are noisy, and some really changed. */
    MIXED
}
