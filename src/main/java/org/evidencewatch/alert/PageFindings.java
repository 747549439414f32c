package org.evidencewatch.alert;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the clocks of citations give reason to tell. Pure. */
final class PageFindings {

    private PageFindings() {}

    /** Evidence that nothing has confirmed for longer than the limit, the oldest first. */
    static List<Finding> stale(List<CitationClock> citations, Instant asOf, Limits limits) {
        return citations.stream()
                .filter(citation -> citation.stale(asOf, limits.limit()))
                .sorted(comparing(CitationClock::since).thenComparingLong(CitationClock::id))
                .map(citation -> stale(citation, asOf, limits))
                .toList();
    }

    /**
     * Pages that cannot be read, the longest unreadable first. What fails because of its host is told once for the host. Those
     * that do not fail for long enough yet are not due.
     */
    static List<Finding> unreadable(List<Unreadable> pages, Instant asOf, Limits limits) {
        Map<Boolean, List<Unreadable>> apart =
                pages.stream().collect(partitioningBy(page -> HostCause.of(page).isPresent()));
        var findings = new ArrayList<Finding>();
        var hosts = new TreeMap<String, List<Unreadable>>(apart.getOrDefault(true, List.of()).stream()
                .collect(groupingBy(page ->
                        HostCause.of(page).orElseThrow().kind().word() + " " + UnreadableHost.hostOf(page.url()))));
        hosts.values().forEach(shared -> findings.add(host(shared, asOf, limits)));
        apart.getOrDefault(false, List.of()).forEach(page -> findings.add(page(page, asOf, limits)));
        return findings;
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
        return Finding.of(Kind.STALE_EVIDENCE, "citation:" + citation.id(), detail)
                .ofCompany(citation.companyId());
    }

    private static Finding page(Unreadable page, Instant asOf, Limits limits) {
        var detail = "not readable since %s (%s; limit %s): %s, last attempt: %s"
                .formatted(
                        Age.day(page.since()),
                        Age.words(Age.between(page.since(), asOf)),
                        Age.words(limits.cannotRead()),
                        page.url(),
                        clause(page.lastAttempt()));
        return Finding.of(Kind.CANNOT_READ, subject(page), detail).due(page.beyond(asOf, limits.cannotRead()));
    }

    /** By its page that has failed the longest. */
    private static Finding host(List<Unreadable> pages, Instant asOf, Limits limits) {
        var first = pages.getFirst();
        var cause = HostCause.of(first).orElseThrow();
        var detail = "%s %s since %s (%s; limit %s): %d %s, last attempt: %s"
                .formatted(
                        UnreadableHost.hostOf(first.url()),
                        cause.words(),
                        Age.day(first.since()),
                        Age.words(Age.between(first.since(), asOf)),
                        Age.words(limits.cannotRead()),
                        pages.size(),
                        pages.size() == 1 ? "page" : "pages",
                        clause(first.lastAttempt()));
        return Finding.of(cause.kind(), "host:" + UnreadableHost.hostOf(first.url()), detail)
                .covering(pages.stream()
                        .map(page -> Finding.key(Kind.CANNOT_READ, subject(page)))
                        .collect(toSet()))
                .due(first.beyond(asOf, limits.cannotRead()));
    }

    static String subject(Unreadable page) {
        return "source:" + page.sourceId();
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
