package org.evidencewatch.extract;

import java.net.URI;

/**
 * A link of a page to another page of its host.
 *
 * @param url without its fragment
 * @param text what the link says, on one line; may be empty
 */
public record Onward(URI url, String text) {}
