package org.evidencewatch.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.evidencewatch.fetch.Places.Place;

/**
 * Gate, robots, turn, request; and the same again for every redirect.
 *
 * <p>Validators are offered to the requested URL only: a redirect leads to another resource, whose validators they may
 * not be.
 */
final class PoliteFetcher implements Fetcher {

    private final Gate gate;
    private final Wire wire;
    private final RobotsBook robots;
    private final FetchSettings settings;

    PoliteFetcher(Wire wire, HostLedger ledger, FetchSettings settings, InstantSource clock) {
        this.gate = new Gate(settings.allowedNetworks());
        this.wire = wire;
        this.robots = new RobotsBook(gate, wire, ledger, settings, clock);
        this.settings = settings;
    }

    @Override
    public FetchResult fetch(FetchRequest request, Place place) {
        return switch (gate.admit(request.url().toString())) {
            case Denial denial -> new FetchResult.Refused(denial.refusal(), denial.text());
            case Target target -> follow(new Trail(target), request.validators(), place);
        };
    }

    @Override
    public void close() {
        wire.close();
    }

    private FetchResult follow(Trail trail, Optional<Validators> validators, Place place) {
        Optional<FetchResult> end = visit(trail, validators, place);
        while (end.isEmpty()) {
            end = visit(trail, Optional.empty(), place);
        }
        return end.get();
    }

    /** Asks where the trail stands; empty when the answer leads on. */
    private Optional<FetchResult> visit(Trail trail, Optional<Validators> validators, Place place) {
        return switch (robots.of(trail.at(), place)) {
            case RobotsBook.Unknown unknown -> Optional.of(told(trail, unknown.why()));
            case RobotsBook.Known known ->
                known.rules().allows(trail.at())
                        ? ask(trail, validators, known.rules(), place)
                        : Optional.of(
                                new FetchResult.Disallowed(URI.create(trail.at().origin() + "/robots.txt")));
        };
    }

    private Optional<FetchResult> ask(Trail trail, Optional<Validators> validators, RobotsRules rules, Place place) {
        var ask = new Transport.Ask(trail.at(), validators, settings.limits().page());
        return switch (wire.exchange(ask, pause(rules), place)) {
            case Exchange.Refused refused ->
                Optional.of(new FetchResult.Refused(refused.refusal(), trail.after(refused.detail())));
            case Exchange.Deferred deferred ->
                Optional.of(new FetchResult.Deferred(deferred.rest(), trail.after(deferred.detail())));
            case Exchange.Dropped dropped -> Optional.of(failed(trail, dropped.failed()));
            case Exchange.Failed failed -> Optional.of(failed(trail, failed));
            case Exchange.Answer answer -> answered(trail, answer, validators.isPresent());
        };
    }

    private static FetchResult failed(Trail trail, Exchange.Failed failed) {
        return new FetchResult.Failed(failed.cause(), failed.retryable(), trail.after(failed.detail()));
    }

    private Optional<FetchResult> answered(Trail trail, Exchange.Answer answer, boolean conditional) {
        if (Redirects.isRedirect(answer.status())) {
            return trail.hop(
                    answer.status(),
                    Redirects.location(answer),
                    gate,
                    settings.limits().redirects());
        }
        return Optional.of(
                switch (answer.status()) {
                    case 206 -> trail.violation("206 to a request for the whole");
                    case 304 ->
                        conditional
                                ? new FetchResult.NotModified(
                                        answer.headers(), trail.at().uri(), trail.hops())
                                : trail.violation("304 to a request without validators");
                    default -> received(trail, answer);
                });
    }

    private static FetchResult received(Trail trail, Exchange.Answer answer) {
        return new FetchResult.Received(
                answer.status(),
                answer.headers(),
                answer.body(),
                trail.at().uri(),
                trail.hops(),
                answer.contentEncoding(),
                answer.wireLength());
    }

    private Duration pause(RobotsRules rules) {
        Duration longest = settings.limits().crawlDelay();
        Duration asked = rules.crawlDelay().orElse(Duration.ZERO);
        Duration honoured = asked.compareTo(longest) > 0 ? longest : asked;
        return honoured.compareTo(settings.hostDelay()) > 0 ? honoured : settings.hostDelay();
    }

    /** The same result, saying which way led to it. */
    private static FetchResult told(Trail trail, FetchResult why) {
        return switch (why) {
            case FetchResult.Failed failed ->
                new FetchResult.Failed(failed.cause(), failed.retryable(), trail.after(failed.detail()));
            case FetchResult.Deferred deferred ->
                new FetchResult.Deferred(deferred.rest(), trail.after(deferred.detail()));
            case FetchResult.Refused refused ->
                new FetchResult.Refused(refused.refusal(), trail.after(refused.detail()));
            case FetchResult.Disallowed disallowed -> disallowed;
            case FetchResult.NotModified notModified -> notModified;
            case FetchResult.Received received -> received;
        };
    }
}
