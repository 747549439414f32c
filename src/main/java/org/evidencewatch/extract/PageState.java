package org.evidencewatch.extract;

/** What a page is, decided before its text is compared. Only {@link #OK} may be compared or become a baseline. */
public enum PageState {
    /** The cited content, readable. */
    OK,
    /** An anti-bot challenge or block page, whatever its status. */
    BLOCKED,
    /** Behind a login or otherwise not for the public. */
    RESTRICTED,
    /** A consent, age or region gate in place of the content. */
    INTERSTITIAL,
    /** 404, 410, or a page that says so (soft 404). */
    GONE,
    /** Redirected to another address: home page, category, or another path. */
    MOVED,
    /** A parked or suspended domain. */
    PARKED,
    /** A server's or proxy's error or maintenance page. */
    ERROR,
    /** No text to speak of: empty body, script shell, half-rendered templates. */
    EMPTY
}
