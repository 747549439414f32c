package org.evidencewatch.snapshot;

import java.util.Optional;
import org.evidencewatch.fetch.Validators;

/**
 * Whether the next request for a page may be conditional (RFC 9110, section 13). Pure.
 *
 * <p>A server may err about its own validators: one whose ETag stays while the page changes answers "not modified" for
 * ever. So it is believed a few times in a row, and then asked for the whole page.
 */
final class Conditional {

    /** So many good checks in a row may rest on the server's word; the next one reads the page. */
    static final int BELIEVED = 6;

    private Conditional() {}

    /**
     * The validators to send.
     *
     * @param notModified newest good captures in a row that are the server's word alone
     */
    static Optional<Validators> offered(Optional<Validators> held, int notModified) {
        return notModified < BELIEVED ? held : Optional.empty();
    }
}
