package org.evidencewatch.job;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.change.NotFoundPage;
import org.evidencewatch.extract.Endpoints;
import org.evidencewatch.extract.Endpoints.Plan;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
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

    Questions(Endpoints endpoints, Extractor extractor, NotFoundProbes probes) {
        this.endpoints = endpoints;
        this.trials = new EndpointTrials(extractor);
        this.probes = probes;
    }

    /** How a request is made, politely. */
    @FunctionalInterface
    interface Fetching extends Function<FetchRequest, FetchResult> {}

    /** Asks for one page; {@code now} is the time that a trial bears. */
    Asked ask(Visit visit, OnRecord record, Instant now, Fetching fetching) {
        if (record.pending() && NotFoundPage.wanted(record.state().get(), visit.purpose() == Purpose.CONFIRM)) {
            return probing(visit, record, fetching);
        }
        return switch (plan(visit, record, now)) {
            case Plan.OnlyPage page -> Asked.plain(fetching.apply(request(visit, record, visit.url())), record.held());
            case Plan.Try tried -> trials.beside(visit, record, tried.endpoint(), now, fetching);
            case Plan.InPlace inPlace -> trials.inPlace(visit, record, inPlace.endpoint(), now, fetching);
        };
    }

    /** The second read of a change is of the page itself: what an endpoint says, the page must say, too. */
    private Plan plan(Visit visit, OnRecord record, Instant now) {
        return switch (visit.purpose()) {
            case REFRESH -> endpoints.plan(visit.url(), record.endpoint(), now);
            case CONFIRM, MANUAL -> new Plan.OnlyPage();
        };
    }

    /**
     * Validators belong to the address that sent them, so a page that was redirected is asked for anew; and so is a
     * confirmation: a server that errs about its own validators must not confirm itself.
     */
    static FetchRequest request(Visit visit, OnRecord record, URI url) {
        return switch (visit.purpose()) {
            case REFRESH ->
                new FetchRequest(
                        url,
                        record.held()
                                .filter(held -> held.effectiveUrl().equals(url))
                                .flatMap(Held::validators));
            case CONFIRM, MANUAL -> FetchRequest.of(url);
        };
    }

    /** A host that answers anything must be read anew: that its bytes are those we hold does not make them the page. */
    private Asked probing(Visit visit, OnRecord record, Fetching fetching) {
        FetchResult result = fetching.apply(FetchRequest.of(visit.url()));
        Optional<NotFoundPage> notFound = result instanceof Received page && ok(page)
                ? probes.of(visit, record.endpoint().platform(), url -> answer(url, fetching))
                : Optional.empty();
        return new Asked(result, notFound.isPresent() ? Optional.empty() : record.held(), Optional.empty(), notFound);
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
