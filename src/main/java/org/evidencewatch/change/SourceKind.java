package org.evidencewatch.change;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who speaks on a cited page, the weightiest first. */
public enum SourceKind {
    /** The company's own help centre or site. */
    OFFICIAL,
    /** A forum's topic, of which only what staff posts counts. */
    STAFF_POSTS,
    /** Somebody else's page. */
    OTHER;

    /** Platforms on which companies publish their help. */
    private static final Set<String> HELP_CENTRES = Set.of(
            "hubspot-kb",
            "zendesk",
            "intercom",
            "helpscout",
            "document360",
            "freshdesk",
            "salesforce",
            "notion",
            "gitbook",
            "confluence");

    /** Shorter second labels are of registries, such as {@code co.uk}. */
    private static final int LONGEST_REGISTRY_LABEL = 3;

    /**
     * The kind of a page.
     *
     * @param posts whether it is a forum's topic
     * @param cited the addresses of all pages that the company cites: the site that most of them are of is its own
     */
    static SourceKind of(String platform, boolean posts, URI url, Collection<URI> cited) {
        if (posts) {
            return STAFF_POSTS;
        }
        return HELP_CENTRES.contains(platform) || ofItsOwn(url, cited) ? OFFICIAL : OTHER;
    }

    /** The word for it in output. */
    public String word() {
        return Codes.of(name());
    }

    private static boolean ofItsOwn(URI url, Collection<URI> cited) {
        Map<String, Long> sites =
                cited.stream().collect(Collectors.groupingBy(SourceKind::site, Collectors.counting()));
        long most = sites.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        return sites.getOrDefault(site(url), 0L) == most;
    }

    /** The last labels of a host, by which a site is told. */
    private static String site(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        String[] labels = host.split("\\.", -1);
        int last = labels.length - 1;
        boolean registry = last >= 2 && labels[last - 1].length() <= LONGEST_REGISTRY_LABEL;
        int first = Math.max(0, registry ? last - 2 : last - 1);
        return String.join(".", Arrays.asList(labels).subList(first, last + 1));
    }
}
