package org.evidencewatch.web.night;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.alert.Attempt;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.UnreadableHost;
import org.evidencewatch.review.HostLane;
import org.evidencewatch.web.Wording;

/**
 * The cited pages of one host.
 *
 * @param unreadable how many of them cannot be read
 * @param lanes in which reasons about them wait
 */
record HostPage(String host, int unreadable, List<Page> pages, List<HostsPage.Shared> lanes) {

    /**
     * One page.
     *
     * @param unreadable since when it cannot be read
     * @param tried when it was tried last, and what came of it
     */
    record Page(
            String url,
            Optional<String> link,
            Optional<String> unreadable,
            Optional<String> outcome,
            String tried,
            String detail,
            List<Cited> cited) {}

    /** Who cites it, and by which citation. */
    record Cited(long citation, String slug, String name) {}

    private static final Comparator<List<CitationClock>> UNREADABLE_FIRST = Comparator.comparing(
                    (List<CitationClock> citing) ->
                            citing.getFirst().unreadableSince().orElse(Instant.MAX))
            .thenComparing(citing -> citing.getFirst().url());

    /** The pages of the host among these, those first that cannot be read; empty where none is of it. */
    static Optional<HostPage> of(String host, List<CitationClock> citations, List<HostLane> lanes) {
        var pages = citations.stream()
                .filter(citation -> citation.url().contains(host)
                        && UnreadableHost.hostOf(citation.url()).equals(host))
                .collect(groupingBy(CitationClock::sourceId, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .sorted(UNREADABLE_FIRST)
                .map(HostPage::page)
                .toList();
        int failing = (int)
                pages.stream().filter(page -> page.unreadable().isPresent()).count();
        return pages.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostPage(host, failing, pages, HostsPage.shared(lanes)));
    }

    private static Page page(List<CitationClock> citing) {
        var one = citing.getFirst();
        return new Page(
                one.url(),
                Wording.link(one.url()),
                one.unreadableSince().map(Wording::time),
                one.lastAttempt()
                        .filter(attempt -> !attempt.good())
                        .map(attempt -> HostsPage.outcome(attempt.outcome())),
                one.lastAttempt().map(Attempt::at).map(Wording::time).orElse("never"),
                one.lastAttempt().map(Attempt::detail).orElse(""),
                citing.stream()
                        .map(each -> new Cited(each.id(), each.company(), each.companyName()))
                        .toList());
    }
}
