package org.evidencewatch.cli.bench;

/**
 * Which pages a site has, and where: page after page on the hosts in turn, each host an address of 127.0.0.0/8.
 *
 * @param seed of everything that is drawn by chance
 */
public record SiteShape(int pages, int hosts, long seed) {

    /** The most pages: the site holds them all, in some 5 GB. */
    public static final int MOST_PAGES = 100_000;

    /** The most hosts: each is a socket that listens. */
    public static final int MOST_HOSTS = 1_000;

    private static final int PER_BLOCK = 250;

    public SiteShape {
        if (pages < 1 || pages > MOST_PAGES) {
            throw new IllegalArgumentException(pages + " pages are not between 1 and " + MOST_PAGES);
        }
        if (hosts < 1 || hosts > MOST_HOSTS) {
            throw new IllegalArgumentException(hosts + " hosts are not between 1 and " + MOST_HOSTS);
        }
    }

    /** The address of a host, from 127.0.1.1 on. */
    String address(int host) {
        return "127.0.%d.%d".formatted(1 + host / PER_BLOCK, 1 + host % PER_BLOCK);
    }

    int host(int page) {
        return page % hosts;
    }

    Article article(int page) {
        return Article.of(seed, page);
    }

    /** The path of a page; no two pages have the same, wherever they are. */
    String path(int page, Article article) {
        return Platform.of(host(page)).path(page, article.title());
    }
}
