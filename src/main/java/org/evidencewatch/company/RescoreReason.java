package org.evidencewatch.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a company is to be scored again.
 *
 * @param id made of what it says
 * @param decided when a person said so
 * @param kind what was decided, such as {@code material-worse}
 * @param page the canonical address of the page that it is about
 * @param told the stated facts that differ
 */
public record RescoreReason(UUID id, Instant decided, String kind, Optional<String> page, List<Told> told) {

    public RescoreReason {
        Told.requireCode(kind);
        page.ifPresent(Limit.URL::require);
        told = List.copyOf(told);
    }

    /** The id as a URI (RFC 9562, section 4). */
    public String urn() {
        return "urn:uuid:" + id;
    }
}
