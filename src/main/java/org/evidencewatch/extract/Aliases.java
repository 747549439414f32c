package org.evidencewatch.extract;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.citation.Alias;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.company.Address;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Other addresses of a page that was read: where it answered from, and what it calls itself. Stricter than what counts as no
 * move: another language, another post of the topic or other parameters are another source, though the article is the same.
 */
final class Aliases {

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}(?:[-_][a-z]{2,4})?");

    private final String cited;
    private final Optional<Identity> identity;
    private final Map<String, Alias> found = new LinkedHashMap<>();

    private Aliases(String cited, Optional<Identity> identity) {
        this.cited = cited;
        this.identity = identity;
    }

    /** In no particular order; none for a page whose cited address is not known. */
    static List<Alias> of(Page page, Document document, Optional<Identity> identity) {
        Optional<String> cited = page.requestedUrl().flatMap(Aliases::canonical);
        if (cited.isEmpty() || page.effectiveUrl().isEmpty()) {
            return List.of();
        }
        var aliases = new Aliases(cited.get(), identity);
        URI effective = page.effectiveUrl().get();
        canonical(effective).ifPresent(aliases::redirected);
        Element own = document.head().selectFirst("link[rel=canonical][href]");
        Optional.ofNullable(own)
                .flatMap(link -> Finding.resolved(effective, link.attr("href")))
                .flatMap(Aliases::canonical)
                .ifPresent(aliases::named);
        return List.copyOf(aliases.found.values());
    }

    private static Optional<String> canonical(URI url) {
        return switch (CanonicalUrl.read(url.toString())) {
            case Address.Page page -> Optional.of(page.url());
            case Address.Broken broken -> Optional.empty();
        };
    }

    private void redirected(String to) {
        if (spelling(cited).equals(spelling(to))) {
            add(Alias.Kind.REDIRECT, to);
        } else if (ofOnePage(URI.create(cited), URI.create(to))) {
            add(Alias.Kind.SLUG, to);
        }
    }

    private void named(String own) {
        if (spelling(cited).equals(spelling(own)) || ofOnePage(URI.create(cited), URI.create(own))) {
            add(Alias.Kind.CANONICAL, own);
        }
    }

    private void add(Alias.Kind kind, String url) {
        if (!url.equals(cited)) {
            found.putIfAbsent(url, new Alias(kind, URI.create(url)));
        }
    }

    /** The address without scheme, {@code www.} and the slash at its end. */
    private static String spelling(String canonical) {
        return canonical.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/+(?=\\?|$)", "");
    }

    private boolean ofOnePage(URI one, URI other) {
        Optional<String> id = identity.flatMap(known -> known.id(one));
        return id.isPresent()
                && id.equals(identity.flatMap(known -> known.id(other)))
                && identity.flatMap(known -> known.post(one)).equals(identity.flatMap(known -> known.post(other)))
                && host(one).equals(host(other))
                && locales(one).equals(locales(other))
                && query(one).equals(query(other));
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost()).replaceFirst("^www\\.", "");
    }

    private static String query(URI url) {
        return String.valueOf(url.getRawQuery());
    }

    private static List<String> locales(URI url) {
        return Arrays.stream(url.getRawPath().toLowerCase(Locale.ROOT).split("/", -1))
                .filter(segment -> LOCALE.matcher(segment).matches())
                .toList();
    }
}
