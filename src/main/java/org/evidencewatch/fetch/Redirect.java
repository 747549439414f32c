package org.evidencewatch.fetch;

import java.net.URI;

/** One hop that was followed: the status that sent us on, and where to. */
public record Redirect(int status, URI from, URI to) {

    /** Whether it leads from a protected connection to one that anybody on the way can change. */
    public boolean unprotects() {
        return "https".equals(from.getScheme()) && "http".equals(to.getScheme());
    }
}
