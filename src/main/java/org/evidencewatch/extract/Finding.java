package org.evidencewatch.extract;

import java.net.URI;
import java.util.Optional;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.company.Address;

/** A state that a rule gives a page, and why. */
record Finding(PageState state, StateReason reason) {

    static Finding of(PageState state, String code, String detail) {
        return new Finding(state, new StateReason(code, detail));
    }

    /**
     * A page that moved.
     *
     * @param target where to, as it is written on the page; it may come to no address of the web
     */
    static Finding moved(String code, String detail, Optional<URI> base, String target) {
        return new Finding(PageState.MOVED, new StateReason(code, detail, candidate(base, target)));
    }

    private static Optional<URI> candidate(Optional<URI> base, String target) {
        String written =
                base.flatMap(from -> resolved(from, target)).map(URI::toString).orElse(target);
        return switch (CanonicalUrl.read(written)) {
            case Address.Page page -> Optional.of(URI.create(page.url()));
            case Address.Broken broken -> Optional.empty();
        };
    }

    /** Empty where the target is no reference (RFC 3986, section 4.1). */
    static Optional<URI> resolved(URI base, String target) {
        try {
            return Optional.of(base.resolve(target.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
