package org.evidencewatch.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.company.Address;

/**
 * A host on which pages cited as evidence cannot be read now.
 *
 * @param pages those pages, the longest unreadable first; never empty
 */
public record UnreadableHost(String host, List<Unreadable> pages) {

    private static final Comparator<UnreadableHost> WORST_FIRST = Comparator.comparingInt(
                    (UnreadableHost host) -> -host.companies().size())
            .thenComparingInt(host -> -host.pages().size())
            .thenComparing(UnreadableHost::since)
            .thenComparing(UnreadableHost::host);

    public UnreadableHost {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("host without an unreadable page: " + host);
        }
    }

    /** The hosts of these pages: those that most companies rest on first, then those with most pages. */
    public static List<UnreadableHost> of(List<Unreadable> pages) {
        return pages.stream().collect(groupingBy(page -> hostOf(page.url()))).entrySet().stream()
                .map(host -> new UnreadableHost(host.getKey(), host.getValue()))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** The host of a page by its canonical address; the address itself where it names none. */
    public static String hostOf(String url) {
        return switch (CanonicalUrl.read(url)) {
            case Address.Page page -> page.host();
            case Address.Broken broken -> url;
        };
    }

    /** Slugs of the companies that cite one of the pages, in order. */
    public List<String> companies() {
        return pages.stream()
                .map(Unreadable::companies)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many pages fail for which reason now. */
    public Map<String, Integer> reasons() {
        return pages.stream()
                .collect(groupingBy(page -> page.lastAttempt().outcome(), TreeMap::new, summingInt(page -> 1)));
    }

    /** Since when one of them cannot be read. */
    public Instant since() {
        return pages.stream()
                .map(Unreadable::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The newest attempt of all. */
    public Attempt lastAttempt() {
        return pages.stream()
                .map(Unreadable::lastAttempt)
                .max(Comparator.comparing(Attempt::at))
                .orElseThrow();
    }
}
