package org.evidencewatch.snapshot;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.FetchResult.Deferred;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.NotModified;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.evidencewatch.fetch.Redirect;

/** What an attempt brought, in the words of WARC 1.1 (ISO 28500:2017). */
public sealed interface Capture {

    Attempt attempt();

    /** New bytes. The digest is the body's; equal bytes are stored once. */
    record Response(Attempt attempt, Received answer, ContentDigest digest) implements Capture {

        /** Where the body came from. */
        public URI effectiveUrl() {
            return answer.effectiveUrl();
        }
    }

    /** Nothing new: the capture it refers to still stands for the page. */
    record Revisit(
            Attempt attempt,
            Profile profile,
            Held held,
            URI effectiveUrl,
            List<Redirect> redirects,
            Map<String, List<String>> headers)
            implements Capture {}

    /** No bytes at all. */
    record NoCapture(Attempt attempt, String outcome, String detail) implements Capture {}

    /** The revisit profiles of WARC 1.1, section 6.7. */
    enum Profile {
        SERVER_NOT_MODIFIED,
        IDENTICAL_PAYLOAD_DIGEST;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Profile ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Says what a fetch brought, beside what we hold.
     *
     * <p>An answer counts as identical only when status and final address are those of the capture that we hold as
     * well: the same bytes under a 404 are another page state.
     */
    static Capture of(Attempt attempt, FetchResult result, Optional<Held> held) {
        return switch (result) {
            case Received r -> received(attempt, r, held);
            case NotModified n ->
                held.<Capture>map(h -> new Revisit(
                                attempt, Profile.SERVER_NOT_MODIFIED, h, n.effectiveUrl(), n.redirects(), n.headers()))
                        .orElseGet(() -> new NoCapture(
                                attempt, "PROTOCOL_ERROR", "answered 304 to a request that was not conditional"));
            case Disallowed d -> new NoCapture(attempt, "ROBOTS_DENIED", "disallowed by " + d.robots());
            case Refused r -> refused(attempt, r);
            case Deferred d -> new NoCapture(attempt, "DEFERRED", d.detail());
            case Failed f -> new NoCapture(attempt, f.cause().name(), f.detail());
        };
    }

    private static NoCapture refused(Attempt attempt, Refused refused) {
        return switch (refused.refusal()) {
            case STOPPED -> new NoCapture(attempt, "STOPPED", refused.detail());
            case TOO_LARGE, REDIRECTS -> new NoCapture(attempt, "REFUSED", "beyond our limits: " + refused.detail());
            case SYNTAX, SCHEME, USERINFO, PORT, NAME, ADDRESS ->
                new NoCapture(attempt, "REFUSED", "refused by our gate: " + refused.detail());
        };
    }

    private static Capture received(Attempt attempt, Received answer, Optional<Held> held) {
        var digest = ContentDigest.of(answer.body());
        if (held.isPresent() && held.get().is(answer, digest)) {
            return new Revisit(
                    attempt,
                    Profile.IDENTICAL_PAYLOAD_DIGEST,
                    held.get(),
                    answer.effectiveUrl(),
                    answer.redirects(),
                    answer.headers());
        }
        return new Response(attempt, answer, digest);
    }
}
