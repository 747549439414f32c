package org.evidencewatch.extract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the answer came from another page than the one cited. Scheme, {@code www.}, a trailing slash, case, a locale
 * prefix, tracking parameters and a new slug under the same article or topic number make no other page.
 */
final class Redirection {

    private static final Pattern LOCALE = Pattern.compile("^/(?:[a-z]{2}(?:[-_][a-z]{2,4})?)(?=/|$)");
    private static final Pattern INDEX = Pattern.compile("/(?:index|default|home)(?:\\.\\w{2,5})?$");
    private static final Pattern TRACKING = Pattern.compile(
            "utm_\\w+|gclid|fbclid|msclkid|dclid|mc_[ce]id|_ga|_gl|hslang|__hs\\w+|_hs\\w+|ref|ref_src|source|igshid|sid|s"
                    + "|phpsessid|jsessionid|lang|hl|locale|_ijt|trk|cmpid");
    private static final Pattern LOGIN =
            Pattern.compile("/(?:log-?in|sign-?in|signin|sso|oauth2?|auth|saml|accounts/login"
                    + "|session/(?:sso|new)|users?/sign_in|_hcms/mem/login|wp-login\\.php|access/unauthenticated|userloginpage"
                    + "|login\\.action)(?:[/.?]|$)");
    private static final Pattern LOGIN_HOST = Pattern.compile(
            "(?:^|\\.)(?:login\\.microsoftonline\\.com|okta\\.com|auth0\\.com|accounts\\.google\\.com)$");

    /** Addresses whose number is the identity and whose slug follows the title. */
    private static final Pattern NUMBERED = Pattern.compile(
            "/(t|articles?|questions|community/posts|d|discussions?)/(?:[^/]*[^/\\d][^/]*/)?(\\d+)(?=[-/]|$)");

    private static final int WORLDWIDE = 8;

    private Redirection() {}

    /** Redirects that say of themselves that they do not last (RFC 9110, section 15.4). */
    private static final Set<Integer> TEMPORARY = Set.of(302, 303, 307);

    /**
     * What the way from the requested to the effective address says of the page.
     *
     * @param identity of the platform that answered
     */
    static Optional<Finding> judge(Page page, Optional<Identity> identity) {
        if (page.requestedUrl().isEmpty() || page.effectiveUrl().isEmpty()) {
            return Optional.empty();
        }
        URI from = page.requestedUrl().get();
        URI to = page.effectiveUrl().get();
        if (login(to) && !login(from)) {
            return Optional.of(Finding.of(PageState.RESTRICTED, "redirected-login", "Redirected to a login: " + to));
        }
        if (consent(to) && !consent(from)) {
            return Optional.of(
                    Finding.of(PageState.INTERSTITIAL, "redirected-consent", "Redirected to a consent page: " + to));
        }
        if (same(from, to) || alike(from, to, identity)) {
            return Optional.empty();
        }
        return Optional.of(elsewhere(from, to, page.hops()));
    }

    /** A page that is cited by https and was sent by http: anybody on the way could have written it. */
    static Optional<StateReason> downgraded(Page page) {
        boolean secure = page.requestedUrl().map(URI::getScheme).equals(Optional.of("https"));
        return secure && page.effectiveUrl().map(URI::getScheme).equals(Optional.of("http"))
                ? Optional.of(new StateReason("tls-downgrade", "The page was redirected to an address without TLS."))
                : Optional.empty();
    }

    /** Whether both have one id of the platform's, on one host. */
    private static boolean alike(URI from, URI to, Optional<Identity> identity) {
        Optional<String> id = identity.flatMap(known -> known.id(from));
        return id.isPresent()
                && id.equals(identity.flatMap(known -> known.id(to)))
                && host(from).equals(host(to));
    }

    private static Finding elsewhere(URI from, URI to, List<Integer> hops) {
        if (path(to).isEmpty() && !path(from).isEmpty()) {
            return moved("redirected-home", "Redirected to the home page: ", to);
        }
        if (host(from).equals(host(to)) && path(from).startsWith(path(to) + "/")) {
            return moved("redirected-section", "Redirected to the section it was in: ", to);
        }
        // An article that was taken away leads to the section or home page by whatever status; but one that leads to
        // another
        // article for now may be back tomorrow.
        if (hops.stream().anyMatch(TEMPORARY::contains)) {
            return moved("redirected-for-now", "Redirected for now to another address: ", to);
        }
        return moved("redirected-path", "Redirected to another address: ", to);
    }

    private static Finding moved(String code, String detail, URI to) {
        return Finding.moved(code, detail + to, Optional.empty(), to.toString());
    }

    private static boolean login(URI url) {
        return LOGIN.matcher(lower(url.getPath())).find()
                || LOGIN_HOST.matcher(lower(url.getHost())).find();
    }

    private static boolean consent(URI url) {
        return lower(url.getHost()).startsWith("consent.")
                || lower(url.getPath()).matches("/(?:collect-?)?consent(?:/.*)?");
    }

    /** Whether both addresses are of numbered articles of the same kind, and not of the same one. */
    static boolean otherNumber(URI cited, URI own) {
        Optional<String> number = number(cited);
        Optional<String> other = number(own);
        return number.isPresent()
                && other.isPresent()
                && kind(number.get()).equals(kind(other.get()))
                && !number.equals(other);
    }

    private static String kind(String number) {
        return number.substring(0, number.indexOf('/'));
    }

    /** Whether the second address is the home page of the site of the first, which is not. */
    static boolean homeOf(URI cited, URI own) {
        return !path(cited).isEmpty()
                && path(own).isEmpty()
                && host(cited).equals(host(own))
                && parameters(own).isEmpty();
    }

    private static boolean same(URI from, URI to) {
        Optional<String> number = number(from);
        if (number.isPresent() && number.equals(number(to))) {
            return host(from).equals(host(to)) || number.get().length() >= WORLDWIDE;
        }
        return host(from).equals(host(to))
                && path(from).equals(path(to))
                && parameters(to).containsAll(parameters(from));
    }

    private static Optional<String> number(URI url) {
        var matcher = NUMBERED.matcher(lower(url.getPath()));
        return matcher.find() ? Optional.of(matcher.group(1) + "/" + matcher.group(2)) : Optional.empty();
    }

    private static String host(URI url) {
        String host = lower(url.getHost());
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The path without what makes no other page; empty for a home page. */
    private static String path(URI url) {
        String path = LOCALE.matcher(lower(url.getPath())).replaceFirst("");
        path = INDEX.matcher(path).replaceFirst("");
        return path.replaceAll("/+$", "");
    }

    private static Set<String> parameters(URI url) {
        String query = url.getRawQuery();
        return query == null
                ? Set.of()
                : Arrays.stream(query.split("[&;]"))
                        .filter(parameter -> !parameter.isEmpty())
                        .filter(parameter -> !TRACKING.matcher(lower(parameter.split("=", 2)[0]))
                                .matches())
                        .map(Redirection::decoded)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return parameter;
        }
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }
}
