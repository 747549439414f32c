package org.evidencewatch.extract;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Another page in the cited one's place without a redirect of HTTP: a page that sends its readers on by itself, a home page
 * that answers under an article's address, another article of another number.
 *
 * <p>A canonical address alone proves nothing, since some sites give all their pages that of their home page; a second
 * marker must agree.
 */
final class Detours {

    private static final int BARE = 120;
    private static final int SHELL = 40;
    private static final int SCRIPT = 3_000;
    private static final int WORD = 3;

    private static final Pattern REFRESH =
            Pattern.compile("(?i)^\\s*(\\d+)\\s*[;,]\\s*url\\s*=\\s*['\"]?(.+?)['\"]?\\s*$");
    private static final Pattern LOCATION =
            Pattern.compile("\\blocation(?:\\.href)?\\s*=\\s*['\"]([^'\"\\s]{1,2000})['\"]"
                    + "|\\blocation\\.(?:replace|assign)\\(\\s*['\"]([^'\"\\s]{1,2000})['\"]");
    private static final Pattern LANDER = Pattern.compile("^/lander\\b");
    private static final Set<String> HOME = Set.of(
            "home",
            "homepage",
            "home-page",
            "page-home",
            "is-home",
            "front",
            "front-page",
            "path-frontpage",
            "template-index");
    private static final Set<String> NO_NAMES = Set.of("www", "help", "support", "docs", "com", "org", "net", "info");

    private Detours() {}

    /** A page of few words that sends its readers to another address. */
    static Optional<Finding> sent(Page page, PageView view) {
        return refreshed(page, view).or(() -> scripted(page, view));
    }

    private static Optional<Finding> refreshed(Page page, PageView view) {
        if (view.words() > BARE) {
            return Optional.empty();
        }
        return view.document().select("meta[http-equiv]").stream()
                .filter(meta -> meta.attr("http-equiv").equalsIgnoreCase("refresh") && meta.closest("noscript") == null)
                .flatMap(meta -> REFRESH.matcher(meta.attr("content")).results().map(found -> found.group(2)))
                .filter(target -> !itself(page, target))
                .findFirst()
                .map(target -> Finding.moved(
                        "meta-refresh", "The page sends its readers to " + target, base(page, view), target));
    }

    /** A shell that holds nothing but a script of one address; the scripts of an application are longer, or elsewhere. */
    private static Optional<Finding> scripted(Page page, PageView view) {
        List<Element> scripts =
                view.words() > SHELL ? List.of() : view.document().select("script");
        int length = scripts.stream().mapToInt(script -> script.data().length()).sum();
        if (length > SCRIPT || scripts.stream().anyMatch(script -> script.hasAttr("src"))) {
            return Optional.empty();
        }
        return scripts.stream()
                .flatMap(script -> LOCATION.matcher(script.data()).results())
                .map(Detours::target)
                .filter(target -> !itself(page, target))
                .findFirst()
                .map(target -> LANDER.matcher(target).find()
                        ? Finding.of(PageState.PARKED, "parked-domain", "A parking company's page answers.")
                        : Finding.moved(
                                "script-redirect", "A script sends readers to " + target, base(page, view), target));
    }

    private static String target(MatchResult found) {
        return Stream.of(found.group(1), found.group(2))
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private static boolean itself(Page page, String target) {
        return page.effectiveUrl()
                .map(url -> Finding.resolved(url, target).map(url::equals).orElse(false))
                .orElse(false);
    }

    /** What references of the page are relative to (HTML, section 2.4.3). */
    private static Optional<URI> base(Page page, PageView view) {
        Element declared = view.document().head().selectFirst("base[href]");
        return page.effectiveUrl()
                .flatMap(url -> declared == null
                        ? Optional.of(url)
                        : Finding.resolved(url, declared.attr("href")).or(() -> Optional.of(url)));
    }

    /** A page of content that calls itself by another address than the cited one. */
    static Optional<Finding> canonical(Page page, PageView view) {
        return page.requestedUrl()
                .flatMap(cited -> Stream.of(
                                view.document().select("link[rel=canonical]").attr("href"),
                                view.document().select("meta[property=og:url]").attr("content"))
                        .filter(href -> !href.isBlank())
                        .flatMap(href -> Finding.resolved(cited, href).stream())
                        .flatMap(own -> elsewhere(cited, own, view).stream())
                        .findFirst());
    }

    private static Optional<Finding> elsewhere(URI cited, URI own, PageView view) {
        if (Redirection.otherNumber(cited, own)) {
            return Optional.of(moved("other-article", "Another article answers: ", own));
        }
        boolean home =
                Redirection.homeOf(cited, own) && (marked(view) || named(cited, view)) && !mentioned(cited, view);
        return home ? Optional.of(moved("home-page", "The site's home page answers: ", own)) : Optional.empty();
    }

    private static Finding moved(String code, String detail, URI own) {
        return Finding.moved(code, detail + own, Optional.empty(), own.toString());
    }

    private static boolean marked(PageView view) {
        Element body = view.document().body();
        return HOME.contains(body.id().toLowerCase(Locale.ROOT))
                || body.classNames().stream().anyMatch(name -> HOME.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the heading is the site's name and what it is good for, as on a home page: "Cedar: plans for everyone". */
    private static boolean named(URI cited, PageView view) {
        String heading = view.plainHeading().replaceAll("[^\\p{L}\\p{N}:|-]", "");
        return cited.getHost() != null
                && Arrays.stream(cited.getHost().toLowerCase(Locale.ROOT).split("\\."))
                        .filter(label -> label.length() >= WORD && !NO_NAMES.contains(label))
                        .anyMatch(label -> heading.startsWith(label)
                                && heading.length() > label.length()
                                && ":|-".indexOf(heading.charAt(label.length())) >= 0);
    }

    /** Whether title or heading have a word of the cited address, as those of the cited page would. */
    private static boolean mentioned(URI cited, PageView view) {
        String said = view.plainTitle() + " " + view.plainHeading();
        String path = cited.getPath() == null ? "" : cited.getPath().toLowerCase(Locale.ROOT);
        return Arrays.stream(path.split("[^\\p{L}]+")).anyMatch(word -> word.length() >= WORD && said.contains(word));
    }
}
