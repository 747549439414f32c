package org.evidencewatch.cli.bench;

import java.util.Locale;

/** The kinds of help centre that the site pretends to be, one for each host in turn. */
enum Platform {
    ZENDESK("zendesk", "/hc/en-us/articles/44%08d-%s"),
    HUBSPOT("hubspot-kb", "/knowledge/%2$s-%1$d"),
    INTERCOM("intercom", "/en/articles/61%06d-%s"),
    HELP_SCOUT("helpscout", "/article/%d-%s"),
    GENERIC("generic", "/help/%d/%s");

    private final String file;
    private final String path;

    Platform(String file, String path) {
        this.file = file;
        this.path = path;
    }

    /** That of a host. */
    static Platform of(int host) {
        return values()[host % values().length];
    }

    /** The name of its template. */
    String file() {
        return file;
    }

    /** Where a page stands on its host. */
    String path(int page, String title) {
        return path.formatted(page, title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }
}
