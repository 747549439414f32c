package org.evidencewatch.alert;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page cited as evidence whose newest attempts all failed.
 *
 * @param lastAttempt the newest of them
 * @param since the first of them
 * @param companies slugs of those who cite it
 */
public record Unreadable(long sourceId, String url, Attempt lastAttempt, Instant since, List<String> companies) {

    public Unreadable {
        companies = List.copyOf(companies);
    }

    /** The unreadable pages among the citations, the longest unreadable first. */
    public static List<Unreadable> of(List<CitationClock> citations) {
        return citations.stream().collect(groupingBy(CitationClock::sourceId)).values().stream()
                .flatMap(Unreadable::page)
                .sorted(comparing(Unreadable::since).thenComparing(Unreadable::url))
                .toList();
    }

    /** Whether it has failed for longer than the limit. */
    public boolean beyond(Instant asOf, Duration limit) {
        return Age.between(since, asOf).compareTo(limit) > 0;
    }

    private static Stream<Unreadable> page(List<CitationClock> citing) {
        var one = citing.getFirst();
        var companies =
                citing.stream().map(CitationClock::company).distinct().sorted().toList();
        return one.unreadableSince().stream()
                .flatMap(since -> one.lastAttempt().stream()
                        .map(attempt -> new Unreadable(one.sourceId(), one.url(), attempt, since, companies)));
    }
}
