package org.evidencewatch.extract;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * Makes up addresses that no site has, of the shape of a page's: what answers there is what the site shows for pages that do
 * not exist. Equal pages give equal addresses. Pure.
 */
public final class ProbePaths {

    private static final int DIGITS = 8;
    private static final int TOKEN = 8;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)(?:-.*)?");
    private static final Pattern LAST = Pattern.compile("^(.*/)([^/]+?)(\\.\\w{2,5})?(/?)$");

    private final Platforms platforms;

    ProbePaths(Platforms platforms) {
        this.platforms = platforms;
    }

    /**
     * An address beside the page's: with another id where the page's platform has ids, else with another last segment. Empty
     * for a home page, and for one that only its query tells from others.
     *
     * @param platform of the page, where it is known
     */
    public Optional<URI> of(URI page, Optional<String> platform) {
        String path = Identity.path(page).replaceFirst("#.*", "");
        String token =
                "zzzz-" + ContentDigest.of(String.valueOf(page.getHost())).hex().substring(0, TOKEN);
        return platform.flatMap(platforms::identity)
                .flatMap(identity -> identity.idIn(path).map(id -> otherId(path, id, token)))
                .or(() -> otherSegment(path, token))
                .map(probe -> URI.create(page.getScheme() + "://" + page.getRawAuthority() + probe));
    }

    /** What stands after the id is left out: a slug, or a post of the topic. */
    private static String otherId(String path, Identity.Span id, String token) {
        String own = path.substring(id.start(), id.end());
        String other = token;
        if (NUMBER.matcher(own).matches()) {
            other = nines(own);
        } else if (HEXADECIMAL.matcher(own).matches()) {
            other = "f".repeat(own.length());
        }
        // A slug between the name of the kind and the id, as in /t/refund-after-trial/77.
        String before = path.substring(id.from(), id.start()).replaceFirst("^(/[^/]+/)[^/]+/$", "$1zzzz/");
        return path.substring(0, id.from()) + before + other;
    }

    private static String nines(String number) {
        return "9".repeat(Math.max(DIGITS, number.length()));
    }

    private static Optional<String> otherSegment(String path, String token) {
        Matcher last = LAST.matcher(path);
        if (path.contains("?") || !last.matches()) {
            return Optional.empty();
        }
        Matcher number = NUMBERED.matcher(last.group(2));
        String other = number.matches() ? nines(number.group(1)) : token;
        String ending = last.group(3) == null ? "" : last.group(3);
        return Optional.of(last.group(1) + other + ending + last.group(4));
    }
}
