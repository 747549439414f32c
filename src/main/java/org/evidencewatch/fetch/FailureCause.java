package org.evidencewatch.fetch;

/** Why an attempt brought no answer. */
public enum FailureCause {
    DNS_ERROR,
    CONNECT_ERROR,
    TLS_ERROR,
    TIMEOUT,
    PROTOCOL_ERROR,
    TRUNCATED,
    DECODE_ERROR,
    ROBOTS_UNREACHABLE,
    /** A replayed night has no recording of this page. */
    NOT_RECORDED
}
