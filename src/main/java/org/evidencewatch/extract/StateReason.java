package org.evidencewatch.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.net.URI;
import java.util.Optional;

/**
 * Why a page was given its state.
 *
 * @param code stable, lower case with dashes, e.g. {@code cloudflare-challenge}, {@code status-404}, {@code
 *     redirected-home}, {@code redirected-path}
 * @param detail one sentence for people
 * @param candidate of a page that moved: the absolute canonical address at which it may be now
 */
@JsonInclude(Include.NON_ABSENT)
public record StateReason(String code, String detail, Optional<URI> candidate) {

    /** A reason that names no other address. */
    public StateReason(String code, String detail) {
        this(code, detail, Optional.empty());
    }
}
