package org.evidencewatch.extract;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a platform's software answers with a page's words as JSON, and in what form.
 *
 * @param template path on the page's own host; {@code {name}} stands for a part of the page's address
 * @param at the addresses of pages that have one, found in path, query and fragment; its groups are the named parts
 */
record Endpoint(String template, Pattern at, EndpointForm form) {

    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    /** The parts that the template names. */
    Set<String> parts() {
        return PART.matcher(template)
                .results()
                .map(part -> part.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The address that has the words of a page, on the page's host and by its scheme; empty where the page has none. */
    Optional<URI> of(URI page) {
        String path = Identity.path(page);
        Matcher found = at.matcher(path);
        if (page.getScheme() == null || page.getRawAuthority() == null || !found.find()) {
            return Optional.empty();
        }
        // Software that was installed below a folder has its endpoints there, too.
        String folder = path.substring(0, found.start());
        String filled = PART.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(
                        Optional.ofNullable(found.group(part.group(1))).orElse("")));
        return Optional.of(URI.create(page.getScheme() + "://" + page.getRawAuthority() + folder + filled));
    }

    /** What tells the page from others of its platform. */
    Optional<String> id(URI page) {
        Matcher found = at.matcher(Identity.path(page));
        return found.find() ? Optional.ofNullable(found.group(Identity.ID)) : Optional.empty();
    }
}
