package org.evidencewatch.company;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the pages of one record: each once, by its canonical address, and never the index that published it. */
final class PageCollector {

    private record Found(CitedPage page, int line) {}

    private final Address.Reader addresses;
    private final Optional<String> indexHost;
    private final Problems problems;
    private final Map<String, Found> pages = new LinkedHashMap<>();

    PageCollector(Address.Reader addresses, Optional<String> indexHost, Problems problems) {
        this.addresses = addresses;
        this.indexHost = indexHost.map(PageCollector::site);
        this.problems = problems;
    }

    /** Adds a page that the record lists. */
    void listed(int line, CitedPage page) {
        switch (addresses.read(page.url())) {
            case Address.Broken broken -> problems.error(line, broken(page.url(), broken));
            case Address.Page address -> listed(line, page, address);
        }
    }

    /** Adds the pages that a sentence names, unless they are listed. */
    void named(int line, List<String> urls) {
        for (String url : urls) {
            switch (addresses.read(url)) {
                case Address.Broken broken -> problems.error(line, broken(url, broken));
                case Address.Page address -> named(line, url, address);
            }
        }
    }

    /** The pages in the order in which they came; tells when they are too many for one record. */
    List<CitedPage> pages(int line) {
        if (pages.size() > Limit.CITATIONS) {
            problems.error(line, "the record cites %d pages; at most %d".formatted(pages.size(), Limit.CITATIONS));
        }
        return pages.values().stream().map(Found::page).toList();
    }

    /** The title of a page that the record gives none: its address, shortened. */
    static String title(String url) {
        return url.length() <= 500 ? url : url.substring(0, 499) + "…";
    }

    private void listed(int line, CitedPage page, Address.Page address) {
        var before = pages.get(address.url());
        if (isIndex(address)) {
            problems.warn(line, page.url() + " is the index itself, not evidence; left out");
        } else if (before != null) {
            problems.warn(
                    line, "%s is listed again (first at line %d); loaded once".formatted(page.url(), before.line()));
        } else {
            pages.put(address.url(), new Found(page, line));
        }
    }

    private void named(int line, String url, Address.Page address) {
        if (!isIndex(address)) {
            var kind = ActionPages.isOne(address.url()) ? CitedPage.Kind.ACTION : CitedPage.Kind.EVIDENCE;
            var page = new CitedPage(url, title(url), Optional.empty(), kind, Optional.empty());
            pages.putIfAbsent(address.url(), new Found(page, line));
        }
    }

    private boolean isIndex(Address.Page address) {
        return indexHost.filter(site(address.host())::equals).isPresent();
    }

    private static String broken(String url, Address.Broken broken) {
        return "'%s' is no address of a page: %s".formatted(title(url), broken.reason());
    }

    private static String site(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
