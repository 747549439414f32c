package org.evidencewatch.extract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.SourceEndpoint.Outcome;
import org.evidencewatch.extract.SourceEndpoint.Trial;

/**
 * Decides whether a page is read from its platform's endpoint. The page's address stays what identifies it, and what the
 * page says stays what counts: an endpoint takes its place only while it says the same, which is tried anew from time to
 * time, so that a change of form never looks like one of words. Pure.
 */
public final class Endpoints {

    /** How long the outcome of a trial stands. */
    static final Duration STANDS = Duration.ofDays(30);

    /** How long an endpoint that failed is left alone. */
    static final Duration FAILED_LATELY = Duration.ofDays(3);

    private final Platforms platforms;

    Endpoints(Platforms platforms) {
        this.platforms = platforms;
    }

    /** What to ask for. */
    public sealed interface Plan {

        /** The page, and nothing else. */
        record OnlyPage() implements Plan {}

        /** The page, and the endpoint to lay beside it. */
        record Try(URI endpoint) implements Plan {}

        /** The endpoint; the page only where the endpoint does not give it. */
        record InPlace(URI endpoint) implements Plan {}
    }

    /** What to ask for when a page is read. */
    public Plan plan(URI page, SourceEndpoint known, Instant now) {
        Optional<URI> endpoint = known.platform().flatMap(platforms::endpoint).flatMap(found -> found.of(page));
        if (endpoint.isEmpty()) {
            return new Plan.OnlyPage();
        }
        return known.trial()
                .filter(trial -> trial.url().equals(endpoint.get()) && stands(trial, now))
                .<Plan>map(trial ->
                        trial.outcome() == Outcome.ADOPTED ? new Plan.InPlace(trial.url()) : new Plan.OnlyPage())
                .orElseGet(() -> new Plan.Try(endpoint.get()));
    }

    private static boolean stands(Trial trial, Instant now) {
        Duration lasts = trial.outcome() == Outcome.FAILED ? FAILED_LATELY : STANDS;
        return now.isBefore(trial.at().plus(lasts));
    }

    /** What a trial amounts to whose page was read as well. */
    public static Outcome tried(Reading page, Reading endpoint) {
        if (!endpoint.good()) {
            return Outcome.FAILED;
        }
        boolean same =
                page.good() && (page.comparisonText().equals(endpoint.comparisonText()) || goesOn(page, endpoint));
        return same ? Outcome.ADOPTED : Outcome.DIFFERS;
    }

    /** Whether the endpoint shows all posts that the first page of a topic does, and then more of them. */
    private static boolean goesOn(Reading page, Reading endpoint) {
        List<Block> shown = page.blocks();
        List<Block> all = endpoint.blocks();
        return page.goesOn()
                && page.topic().map(Topic::marks).equals(endpoint.topic().map(Topic::marks))
                && shown.size() < all.size()
                && shown.stream()
                        .map(Block::comparisonText)
                        .toList()
                        .equals(all.subList(0, shown.size()).stream()
                                .map(Block::comparisonText)
                                .toList());
    }
}
