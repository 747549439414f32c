package org.evidencewatch.alert;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that an alert should tell now.
 *
 * @param kind {@value #STALE} or {@value #CANNOT_READ}
 * @param subject what it is about, stable from run to run; an alert is open once for a kind and subject
 * @param detail one sentence for people
 */
record Finding(String kind, String subject, Optional<Long> companyId, String detail) {

    static final String STALE = "stale-evidence";
    static final String CANNOT_READ = "cannot-read";

    /** All that the clocks give reason to tell at a time: stale evidence, then unreadable pages, each oldest first. */
    static List<Finding> of(List<CitationClock> citations, Instant asOf, Limits limits) {
        var stale = citations.stream()
                .filter(citation -> citation.stale(asOf, limits.limit()))
                .sorted(comparing(CitationClock::since).thenComparingLong(CitationClock::id))
                .map(citation -> stale(citation, asOf, limits));
        var unreadable = Unreadable.of(citations).stream()
                .filter(page -> page.beyond(asOf, limits.cannotRead()))
                .map(page -> unreadable(page, asOf, limits));
        return Stream.concat(stale, unreadable).toList();
    }

    String key() {
        return kind + " " + subject;
    }

    private static Finding stale(CitationClock citation, Instant asOf, Limits limits) {
        var since = citation.lastConfirmed()
                .map(at -> "not confirmed since " + Age.day(at))
                .orElseGet(() -> "never confirmed, known since " + Age.day(citation.knownSince()));
        var detail = "%s (%s; limit %s): %s, last attempt: %s"
                .formatted(
                        since,
                        Age.words(citation.age(asOf)),
                        Age.words(limits.limit()),
                        citation.url(),
                        lastAttempt(citation));
        return new Finding(STALE, "citation:" + citation.id(), Optional.of(citation.companyId()), detail);
    }

    private static Finding unreadable(Unreadable page, Instant asOf, Limits limits) {
        var detail = "not readable since %s (%s; limit %s): %s, last attempt: %s"
                .formatted(
                        Age.day(page.since()),
                        Age.words(Age.between(page.since(), asOf)),
                        Age.words(limits.cannotRead()),
                        page.url(),
                        clause(page.lastAttempt()));
        return new Finding(CANNOT_READ, "source:" + page.sourceId(), Optional.empty(), detail);
    }

    private static String lastAttempt(CitationClock citation) {
        if (citation.lastAttempt().isEmpty()) {
            return "never tried";
        }
        var attempt = citation.lastAttempt().get();
        if (!attempt.good()) {
            return clause(attempt);
        }
        return citation.lastConfirmed().equals(Optional.of(attempt.at()))
                ? "none since"
                : "read on " + Age.day(attempt.at()) + ", its change awaits a decision";
    }

    /** The sentence of the capture without its full stop, so that it can end another sentence. */
    private static String clause(Attempt attempt) {
        var detail = attempt.detail().strip();
        return detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    }
}
