package org.evidencewatch.job;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.evidencewatch.change.Known.Text;
import org.evidencewatch.extract.Endpoints;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.SourceEndpoint.Outcome;
import org.evidencewatch.extract.SourceEndpoint.Trial;
import org.evidencewatch.fetch.FetchRequest;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.FetchResult.Deferred;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.NotModified;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.evidencewatch.job.Questions.Fetching;
import org.evidencewatch.snapshot.ContentDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks endpoints: beside a page, to see whether they say the same, and in its place. A trial never costs the page. Thread-safe. */
final class EndpointTrials {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointTrials.class);

    /** After so many in a row that served nothing on a host, its other pages are read alone in this run. */
    static final int MOST_IN_VAIN = 3;

    private final Extractor extractor;
    private final ConcurrentHashMap<String, Integer> inVain = new ConcurrentHashMap<>();

    EndpointTrials(Extractor extractor) {
        this.extractor = extractor;
    }

    /** The page, and what became of the endpoint beside it; nothing becomes of it where the page was not read. */
    Asked beside(Visit visit, OnRecord record, URI endpoint, Instant now, Fetching fetching) {
        FetchResult page = fetching.apply(Questions.request(visit, record, visit.url()));
        if (inVain.getOrDefault(endpoint.getAuthority(), 0) >= MOST_IN_VAIN) {
            return Asked.plain(page, record.held());
        }
        Optional<Outcome> outcome = outcome(visit, record, endpoint, page, fetching);
        outcome.ifPresent(how -> count(endpoint, how));
        return new Asked(page, record.held(), outcome.map(how -> new Trial(endpoint, now, how)), Optional.empty());
    }

    private void count(URI endpoint, Outcome how) {
        if (how == Outcome.ADOPTED) {
            inVain.remove(endpoint.getAuthority());
        } else {
            inVain.merge(endpoint.getAuthority(), 1, Integer::sum);
        }
    }

    private Optional<Outcome> outcome(Visit visit, OnRecord record, URI endpoint, FetchResult page, Fetching fetching) {
        return switch (page) {
            case Received received ->
                read(visit, received).flatMap(own -> answer(visit, endpoint, fetching, answer -> tried(own, answer)));
            case NotModified same -> answer(visit, endpoint, fetching, answer -> unmodified(record, answer));
            case Deferred d -> Optional.empty();
            case Disallowed d -> Optional.empty();
            case Refused r -> Optional.empty();
            case Failed f -> Optional.empty();
        };
    }

    private static Optional<Outcome> tried(Reading page, Optional<Reading> endpoint) {
        return Optional.of(endpoint.map(answer -> Endpoints.tried(page, answer)).orElse(Outcome.FAILED));
    }

    /** Of a page that is as it was only the digest of its text is at hand; nothing is tried where others read it. */
    private Optional<Outcome> unmodified(OnRecord record, Optional<Reading> endpoint) {
        if (endpoint.filter(Reading::good).isEmpty()) {
            return Optional.of(Outcome.FAILED);
        }
        var text = new Text(ContentDigest.of(endpoint.get().comparisonText()), extractor.version());
        return record.state()
                .get()
                .last()
                .filter(last -> last.text().extractorVersion().equals(extractor.version()))
                .map(last -> last.text().equals(text) ? Outcome.ADOPTED : Outcome.DIFFERS);
    }

    /** What an endpoint's answer leads to; nothing where its host could not be asked now. */
    private <T> Optional<T> answer(
            Visit visit, URI endpoint, Fetching fetching, Function<Optional<Reading>, Optional<T>> judged) {
        FetchResult answer = fetching.apply(FetchRequest.of(endpoint));
        if (answer instanceof Deferred) {
            return Optional.empty();
        }
        return judged.apply(answer instanceof Received received ? read(visit, received) : Optional.empty());
    }

    /** The endpoint; on the same night the page where the endpoint does not give it. */
    Asked inPlace(Visit visit, OnRecord record, URI endpoint, Instant now, Fetching fetching) {
        FetchResult answer = fetching.apply(Questions.request(visit, record, endpoint));
        boolean given = answer instanceof NotModified
                || answer instanceof Deferred
                || (answer instanceof Received received && (held(record, received) || good(visit, received)));
        if (given) {
            return Asked.plain(answer, record.held());
        }
        var failed = new Trial(endpoint, now, Outcome.FAILED);
        FetchResult page = fetching.apply(Questions.request(visit, record, visit.url()));
        return new Asked(page, record.held(), Optional.of(failed), Optional.empty());
    }

    /** Whether the answer is what we hold, byte for byte: then it was read before. */
    private static boolean held(OnRecord record, Received answer) {
        return record.held()
                .filter(held -> held.is(answer, ContentDigest.of(answer.body())))
                .isPresent();
    }

    private boolean good(Visit visit, Received answer) {
        return read(visit, answer).filter(Reading::good).isPresent();
    }

    private Optional<Reading> read(Visit visit, Received answer) {
        try {
            return Optional.of(extractor.read(Interpreter.page(visit.url(), answer)));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("our extractor failed on {}", answer.effectiveUrl(), e);
            return Optional.empty();
        }
    }
}
