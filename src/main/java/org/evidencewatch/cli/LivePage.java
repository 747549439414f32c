package org.evidencewatch.cli;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.evidencewatch.extract.Page;
import org.evidencewatch.fetch.FetchRequest;
import org.evidencewatch.fetch.FetchResult.Deferred;
import org.evidencewatch.fetch.FetchResult.Disallowed;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.NotModified;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchResult.Refused;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Fetchers;

/** Reads one page of the live web, as politely and as guardedly as a run does; keeps nothing. */
final class LivePage {

    private LivePage() {}

    /** What came of it. */
    sealed interface Outcome {

        record Answered(Page page) implements Outcome {}

        record Unread(String why) implements Outcome {}
    }

    static Outcome read(URI url) {
        var settings = FetchSettings.fromEnvironment(System.getenv());
        try (var fetcher = Fetchers.live(settings, Clock.systemUTC())) {
            return switch (fetcher.fetch(FetchRequest.of(url))) {
                case Received r ->
                    new Outcome.Answered(new Page(
                            Optional.of(url), Optional.of(r.effectiveUrl()), r.status(), r.headers(), r.body()));
                case NotModified n -> new Outcome.Unread("answered 304 to a request that was not conditional");
                case Disallowed d -> new Outcome.Unread("disallowed by " + d.robots());
                case Refused r -> new Outcome.Unread("refused by our gate: " + r.detail());
                case Deferred d -> new Outcome.Unread("not asked now: " + d.detail());
                case Failed f -> new Outcome.Unread(f.cause() + ": " + f.detail());
            };
        }
    }
}
