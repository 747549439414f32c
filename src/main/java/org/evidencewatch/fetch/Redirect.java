package org.evidencewatch.fetch;

import java.net.URI;

/** One hop that was followed: the status that sent us on, and where to. */
public record Redirect(int status, URI from, URI to) {}
