package org.evidencewatch.fetch;

/** Why we ourselves would not dial, or would not read on. */
public enum Refusal {
    SYNTAX,
    SCHEME,
    USERINFO,
    PORT,
    NAME,
    ADDRESS,
    REDIRECTS,
    TOO_LARGE,
    /** The operator stopped this host, or all. */
    STOPPED
}
