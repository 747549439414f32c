package org.evidencewatch.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.ClaimWatch;
import org.evidencewatch.change.Finding;
import org.evidencewatch.change.Hindsight;
import org.evidencewatch.change.Past;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.citation.CitedSources;
import org.evidencewatch.company.Address;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.review.Queued;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.Captures;
import org.evidencewatch.snapshot.Captures.Recorded;
import org.springframework.stereotype.Component;

/**
 * Takes a page that we may not or cannot read ourselves, as a person saw it. It is stored, read, judged and settled like a
 * page that a run reads, and under the same lease; its capture says for good who signed for it.
 */
@Component
public class ManualCapture {

    private final CitedSources sources;
    private final Captures captures;
    private final Hindsight hindsight;
    private final HeldLeases held;
    private final ManualFiling filing;
    private final WorkQueue queue;
    private final ClaimWatch claims;
    private final FetchSettings fetching;
    private final Clock clock;

    ManualCapture(
            CitedSources sources,
            Captures captures,
            Hindsight hindsight,
            HeldLeases held,
            ManualFiling filing,
            WorkQueue queue,
            ClaimWatch claims,
            FetchSettings fetching,
            Clock clock) {
        this.sources = sources;
        this.captures = captures;
        this.hindsight = hindsight;
        this.held = held;
        this.filing = filing;
        this.queue = queue;
        this.claims = claims;
        this.fetching = fetching;
        this.clock = clock;
    }

    /** What became of a page that was brought. */
    public sealed interface Outcome {

        /**
         * It is on record, whether or not it was found to be the page.
         *
         * @param finding what it means beside what was known
         * @param queued companies that were given new reasons by it
         */
        record Taken(Recorded capture, Finding finding, List<Queued> queued) implements Outcome {}

        /** Nothing was recorded. */
        record Refused(String because) implements Outcome {}

        /** A run reads now; nothing was recorded. */
        record Busy() implements Outcome {}
    }

    /** Takes it. */
    public Outcome take(ManualPage page) {
        var objection = page.objection(clock.instant(), fetching.limits().body());
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        return switch (CanonicalUrl.read(page.url())) {
            case Address.Broken broken -> new Outcome.Refused("no address of a page: " + broken.reason());
            case Address.Page address ->
                sources.find(address.url())
                        .map(source -> take(page, source))
                        .orElseGet(() -> new Outcome.Refused("no record cites " + address.url()));
        };
    }

    private Outcome take(ManualPage page, CitedSources.Found source) {
        return held.hold(HeldLeases.READING, lease -> take(page, source, lease)).orElseGet(Outcome.Busy::new);
    }

    private Outcome take(ManualPage page, CitedSources.Found source, Lease held) {
        Optional<Instant> lastGood =
                captures.newestGood(source.url(), 1).stream().map(Recorded::at).findFirst();
        if (lastGood.filter(page.seenAt()::isBefore).isPresent()) {
            return new Outcome.Refused("the page was read well at %s, after this was seen".formatted(lastGood.get()));
        }
        filing.file(page, source, held);
        var now = clock.instant();
        var queued = queue.settle(now);
        claims.settle(now);
        queue.weigh();
        var capture = captures.newest(source.url(), Optional.empty()).orElseThrow();
        return new Outcome.Taken(
                capture, hindsight.find(capture.id()).map(Past::recorded).orElseThrow(), queued);
    }
}
