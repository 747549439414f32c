package org.evidencewatch.job;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.change.NotFoundPage;
import org.evidencewatch.extract.Endpoints;
import org.evidencewatch.extract.Endpoints.Plan;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.SourceEndpoint;
import org.evidencewatch.fetch.FetchRequest;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.snapshot.Held;
import org.evidencewatch.snapshot.Purpose;

/**
 * Asks for the pages of a bucket: in the form in which each is read, and for what else helps to judge the answer. Waits for
 * the network only in the function by which it asks. Thread-safe.
 */
final class Questions {

    private final Endpoints endpoints;
    private final EndpointTrials trials;
    private final NotFoundProbes probes;
    private final Map<Long, SourceEndpoint> known;

    /** @param known what is on record of the endpoints of the sources */
    Questions(Endpoints endpoints, Extractor extractor, NotFoundProbes probes, Map<Long, SourceEndpoint> known) {
        this.endpoints = endpoints;
        this.trials = new EndpointTrials(extractor);
        this.probes = probes;
        this.known = Map.copyOf(known);
    }

    /** How a request is made, politely. */
    @FunctionalInterface
    interface Fetching extends Function<FetchRequest, FetchResult> {}

    /** Asks for one page; {@code now} is the time that a trial bears. */
    Asked ask(Visit visit, Instant now, Fetching fetching) {
        if (NotFoundPage.wanted(visit.known(), visit.purpose() == Purpose.CONFIRM)) {
            return probing(visit, fetching);
        }
        return switch (plan(visit, now)) {
            case Plan.OnlyPage page -> Asked.plain(fetching.apply(request(visit, visit.url())), visit);
            case Plan.Try tried -> trials.beside(visit, tried.endpoint(), now, fetching);
            case Plan.InPlace inPlace -> trials.inPlace(visit, inPlace.endpoint(), now, fetching);
        };
    }

    /** The second read of a change is of the page itself: what an endpoint says, the page must say, too. */
    private Plan plan(Visit visit, Instant now) {
        return switch (visit.purpose()) {
            case REFRESH -> endpoints.plan(visit.url(), source(visit), now);
            case CONFIRM -> new Plan.OnlyPage();
        };
    }

    private SourceEndpoint source(Visit visit) {
        return known.getOrDefault(visit.sourceId(), SourceEndpoint.NONE);
    }

    /**
     * Validators belong to the address that sent them, so a page that was redirected is asked for anew; and so is a
     * confirmation: a server that errs about its own validators must not confirm itself.
     */
    static FetchRequest request(Visit visit, URI url) {
        return switch (visit.purpose()) {
            case REFRESH ->
                new FetchRequest(
                        url,
                        visit.held()
                                .filter(held -> held.effectiveUrl().equals(url))
                                .flatMap(Held::validators));
            case CONFIRM -> FetchRequest.of(url);
        };
    }

    /** A host that answers anything must be read anew: that its bytes are those we hold does not make them the page. */
    private Asked probing(Visit visit, Fetching fetching) {
        FetchResult result = fetching.apply(FetchRequest.of(visit.url()));
        Optional<NotFoundPage> notFound = result instanceof Received page && ok(page)
                ? probes.of(visit, source(visit).platform(), url -> answer(url, fetching))
                : Optional.empty();
        return new Asked(result, notFound.isPresent() ? Optional.empty() : visit.held(), Optional.empty(), notFound);
    }

    private static Optional<Page> answer(URI url, Fetching fetching) {
        return fetching.apply(FetchRequest.of(url)) instanceof Received answer
                ? Optional.of(Interpreter.page(url, answer))
                : Optional.empty();
    }

    private static boolean ok(Received answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }
}
