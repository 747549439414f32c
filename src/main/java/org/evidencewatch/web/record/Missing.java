package org.evidencewatch.web.record;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is answered where nothing of that name is on record. */
final class Missing {

    private Missing() {}

    static ResponseStatusException page() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
