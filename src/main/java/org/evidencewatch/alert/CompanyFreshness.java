package org.evidencewatch.alert;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How fresh a company's record is: as fresh as the oldest of its evidence citations.
 *
 * @param company its slug
 * @param name its name for people
 * @param citations its evidence citations, the longest unconfirmed first; never empty
 */
public record CompanyFreshness(String company, String name, List<CitationClock> citations) {

    private static final Comparator<CitationClock> OLDEST_FIRST =
            comparing(CitationClock::since).thenComparing(CitationClock::url);

    public CompanyFreshness {
        citations = citations.stream().sorted(OLDEST_FIRST).toList();
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("freshness of a company without evidence: " + company);
        }
    }

    /** The companies behind the citations, the longest unconfirmed first. */
    public static List<CompanyFreshness> of(List<CitationClock> citations) {
        return citations.stream()
                .collect(groupingBy(CitationClock::company, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(e ->
                        new CompanyFreshness(e.getKey(), e.getValue().getFirst().companyName(), e.getValue()))
                .sorted(comparing(CompanyFreshness::since).thenComparing(CompanyFreshness::company))
                .toList();
    }

    /** The instant its age counts from. */
    public Instant since() {
        return citations.getFirst().since();
    }

    /** When all of its evidence had been confirmed last; empty while some never was. */
    public Optional<Instant> oldestConfirmed() {
        return oldest(CitationClock::lastConfirmed);
    }

    /** Every page of its evidence was tried at this time or later; empty while some never was. */
    public Optional<Instant> lastAttempt() {
        return oldest(citation -> citation.lastAttempt().map(Attempt::at));
    }

    /** Every page of its evidence was read well at this time or later; empty while some never was. */
    public Optional<Instant> lastGood() {
        return oldest(CitationClock::lastGood);
    }

    /** Its citations that nothing has confirmed for longer than the limit. */
    public List<CitationClock> stale(Instant asOf, Duration limit) {
        return citations.stream()
                .filter(citation -> citation.stale(asOf, limit))
                .toList();
    }

    private Optional<Instant> oldest(Function<CitationClock, Optional<Instant>> clock) {
        var times = citations.stream().map(clock).flatMap(Optional::stream).toList();
        return times.size() < citations.size()
                ? Optional.empty()
                : times.stream().min(Comparator.naturalOrder());
    }
}
