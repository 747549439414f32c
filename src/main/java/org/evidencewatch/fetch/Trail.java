package org.evidencewatch.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The way of one fetch: where it stands, and the hops that led there. For one thread. */
final class Trail {

    private final List<Redirect> hops = new ArrayList<>();
    private final Set<URI> seen = new HashSet<>();
    private Target at;

    Trail(Target start) {
        at = start;
        seen.add(start.uri());
    }

    Target at() {
        return at;
    }

    List<Redirect> hops() {
        return List.copyOf(hops);
    }

    /**
     * Takes one hop.
     *
     * @param location value of {@code Location}; empty when the redirect has none
     * @return how the fetch ends, when the hop cannot be taken
     */
    Optional<FetchResult> hop(int status, Optional<String> location, Gate gate, int most) {
        if (location.isEmpty()) {
            return Optional.of(violation("status " + status + " without Location"));
        }
        if (hops.size() >= most) {
            return Optional.of(new FetchResult.Refused(Refusal.REDIRECTS, "more than " + most + ": " + this));
        }
        return switch (gate.admit(Redirects.resolve(at, location.get()))) {
            case Denial denial ->
                Optional.of(
                        new FetchResult.Refused(denial.refusal(), after(at.uri() + " redirects on: " + denial.text())));
            case Target next -> hop(status, next);
        };
    }

    /** Puts the way so far before a detail, when there is one. */
    String after(String detail) {
        return hops.isEmpty() ? detail : detail + " (after " + this + ")";
    }

    FetchResult violation(String detail) {
        return new FetchResult.Failed(FailureCause.PROTOCOL_ERROR, false, after(detail));
    }

    @Override
    public String toString() {
        return hops.stream().map(hop -> hop.from() + " -> ").collect(Collectors.joining()) + at.uri();
    }

    private Optional<FetchResult> hop(int status, Target next) {
        hops.add(new Redirect(status, at.uri(), next.uri()));
        at = next;
        return seen.add(next.uri())
                ? Optional.empty()
                : Optional.of(new FetchResult.Failed(FailureCause.PROTOCOL_ERROR, false, "redirect loop: " + this));
    }
}
