package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Decides what a page is before its text is compared; pure. The first rule that fits gives the state: a challenge on any
 * status, the status, what the page says of itself, where it was redirected to, whether it has text at all.
 */
final class PageStates {

    private static final int BARE = 120;
    private static final int WORDLESS = 8;
    private static final Set<String> READABLE =
            Set.of("text/html", "application/xhtml+xml", "text/plain", "text/markdown");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]{1,80}\\}\\}|\\$\\{[^{}]{1,80}\\}|<%=? ?\\w");
    private static final Pattern UNDEFINED = Pattern.compile("\\bundefined\\b|\\[object Object\\]|\\bNaN\\b");
    private static final Pattern REFRESH =
            Pattern.compile("(?i)^\\s*(\\d+)\\s*[;,]\\s*url\\s*=\\s*['\"]?(.+?)['\"]?\\s*$");
    private static final Pattern PARKING = Pattern.compile(
            "data-adblockkey=|window\\.park ?=|sedoparking\\.com|parkingcrew\\.net|bodis\\.com|parklogic\\.com|/parking-lander/");

    private PageStates() {}

    /** States that need no look into the page. */
    static Optional<Finding> beforeParsing(Page page) {
        return Challenges.announced(page)
                .or(() -> page.status() >= 300 ? Optional.empty() : unsupported(page))
                .or(() -> page.body().length > 0 || page.status() >= 300
                        ? Optional.empty()
                        : Optional.of(Finding.of(PageState.EMPTY, "empty-body", "The body has no octets.")));
    }

    /** States that the page shows before its text is cut into blocks. */
    static Optional<Finding> beforeReading(Page page, PageView view) {
        return Challenges.shown(view)
                .or(() -> byStatus(page.status()))
                .or(() -> parked(view))
                .or(() -> refreshed(page, view));
    }

    /** States that depend on how much main text the page has. */
    static Optional<Finding> afterReading(Page page, PageView view, List<Block> blocks) {
        int words = MainText.words(blocks);
        return loginForm(view, words)
                .or(() -> Redirection.judge(page))
                .or(() -> unfinished(blocks, words))
                .or(() -> wordless(view, words));
    }

    private static Optional<Finding> unsupported(Page page) {
        return PageDecoder.mediaType(page)
                .filter(type -> !READABLE.contains(type))
                .map(type -> Finding.of(
                        PageState.ERROR, "unsupported-media-type", "No reader for the media type " + type + "."));
    }

    static Optional<Finding> byStatus(int status) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        PageState state = switch (status) {
            case 404, 410 -> PageState.GONE;
            case 401, 407 -> PageState.RESTRICTED;
            case 403, 429, 451 -> PageState.BLOCKED;
            case 301, 302, 303, 307, 308 -> PageState.MOVED;
            default -> PageState.ERROR;
        };
        return Optional.of(Finding.of(state, "status-" + status, "The server answered " + status + "."));
    }

    private static Optional<Finding> parked(PageView view) {
        return view.words() <= 300 && PARKING.matcher(view.html()).find()
                ? Optional.of(Finding.of(PageState.PARKED, "parked-domain", "A parking company's page answers."))
                : Optional.empty();
    }

    private static Optional<Finding> refreshed(Page page, PageView view) {
        if (view.words() > BARE) {
            return Optional.empty();
        }
        for (Element meta : view.document().select("meta[http-equiv]")) {
            var refresh = REFRESH.matcher(meta.attr("content"));
            if (meta.attr("http-equiv").equalsIgnoreCase("refresh") && refresh.matches()) {
                String target = refresh.group(2);
                boolean itself = page.effectiveUrl()
                        .map(url -> url.toString().equals(target))
                        .orElse(false);
                return itself
                        ? Optional.empty()
                        : Optional.of(
                                Finding.of(PageState.MOVED, "meta-refresh", "The page sends its readers to " + target));
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> loginForm(PageView view, int words) {
        if (words > BARE || !view.html().contains("assword")) {
            return Optional.empty();
        }
        boolean asks = view.document().selectFirst("input[type=password]") != null;
        return asks
                ? Optional.of(
                        Finding.of(PageState.RESTRICTED, "login-form", "A password form stands in for the content."))
                : Optional.empty();
    }

    /** Templates that no script has filled; code samples are few against a page of prose. */
    private static Optional<Finding> unfinished(List<Block> blocks, int words) {
        int holes = 0;
        for (Block block : blocks) {
            holes += holes(block.text());
        }
        return holes >= 3 && holes * 12 > words
                ? Optional.of(Finding.of(
                        PageState.EMPTY, "unfilled-template", holes + " placeholders in " + words + " words."))
                : Optional.empty();
    }

    private static int holes(String text) {
        boolean templates = text.indexOf('{') >= 0 || text.indexOf('<') >= 0;
        boolean blanks = text.contains("undefined") || text.contains("[object") || text.contains("NaN");
        int holes = templates ? (int) TEMPLATE.matcher(text).results().count() : 0;
        return blanks ? holes + (int) UNDEFINED.matcher(text).results().count() : holes;
    }

    private static Optional<Finding> wordless(PageView view, int words) {
        if (words >= WORDLESS) {
            return Optional.empty();
        }
        boolean scripts = view.document().selectFirst("script") != null;
        return Optional.of(
                scripts
                        ? Finding.of(PageState.EMPTY, "script-shell", "Scripts, and " + words + " words of main text.")
                        : Finding.of(PageState.EMPTY, "no-text", words + " words of main text."));
    }
}
