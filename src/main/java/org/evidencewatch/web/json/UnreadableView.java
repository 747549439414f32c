package org.evidencewatch.web.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.alert.Attempt;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.snapshot.Standing;

/** A page whose newest attempts all failed; by its standing it is asked for more seldom. */
public record UnreadableView(String url, String reason, Instant since, String standing, List<String> companies) {

    /** Each that these citations name, the longest unreadable first. */
    public static List<UnreadableView> all(List<CitationClock> citations, Instant asOf) {
        return Unreadable.of(citations).stream().map(page -> of(page, asOf)).toList();
    }

    private static UnreadableView of(Unreadable page, Instant asOf) {
        Attempt attempt = page.lastAttempt();
        var standing = Standing.of(Optional.of(page.since()), Optional.of(attempt.at()), asOf);
        return new UnreadableView(
                page.url(),
                attempt.outcome() + ": " + attempt.detail(),
                page.since(),
                standing.word(),
                page.companies());
    }
}
