package org.evidencewatch.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What makes an address of a platform the address of one page, whatever slug it has.
 *
 * @param pattern found in path, query and fragment; its group {@value #ID} is the stable id, {@value #POST}, if it has one,
 *     the post that the address cites
 */
record Identity(Pattern pattern) {

    static final String ID = "id";
    static final String POST = "post";

    private static final int LONGEST = 2000;

    /** The stable id. */
    Optional<String> id(URI url) {
        Matcher found = pattern.matcher(path(url));
        return found.find() ? Optional.ofNullable(found.group(ID)) : Optional.empty();
    }

    /**
     * Where an id stands in a path.
     *
     * @param from where what tells of an id begins
     * @param start of the id itself
     */
    record Span(int from, int start, int end) {}

    /** Where the id stands; empty where there is none. */
    Optional<Span> idIn(String path) {
        Matcher found = pattern.matcher(path);
        return found.find() && found.group(ID) != null
                ? Optional.of(new Span(found.start(), found.start(ID), found.end(ID)))
                : Optional.empty();
    }

    /** The post that an address cites, where it cites one rather than the topic. */
    Optional<Long> post(URI url) {
        Matcher found = pattern.matcher(path(url));
        if (!pattern.namedGroups().containsKey(POST) || !found.find() || found.group(POST) == null) {
            return Optional.empty();
        }
        return PostNumber.of(found.group(POST));
    }

    /** Another page that answers at the cited address: by its own canonical link it has another id. */
    Optional<Finding> replaced(Page page, PageView view) {
        Element canonical = view.document().head().selectFirst("link[rel=canonical][href]");
        Optional<String> cited = page.requestedUrl().flatMap(this::id);
        if (canonical == null || cited.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> answering = id(canonical.attr("href"));
        return answering.isEmpty() || answering.equals(cited)
                ? Optional.empty()
                : Optional.of(Finding.moved(
                        "other-article",
                        "The page says that its own address is " + canonical.attr("href"),
                        page.effectiveUrl(),
                        canonical.attr("href")));
    }

    private Optional<String> id(String address) {
        try {
            return address.length() > LONGEST ? Optional.empty() : id(new URI(address));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Path, query and fragment of an address as they are written. */
    static String path(URI url) {
        return (url.getRawPath() == null ? "" : url.getRawPath())
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                + (url.getRawFragment() == null ? "" : "#" + url.getRawFragment());
    }
}
