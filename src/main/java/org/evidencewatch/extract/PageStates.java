package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides what a page is before its text is compared; pure. The first rule that fits gives the state: a challenge on any
 * status, the status, what the page says of itself, where it was redirected to, whether it has text at all.
 */
final class PageStates {

    private static final Pattern PARKING = Pattern.compile(
            "data-adblockkey=|window\\.park ?=|sedoparking\\.com|parkingcrew\\.net|bodis\\.com|parklogic\\.com"
                    + "|/parking-lander/|img1\\.wsimg\\.com/parking|hugedomains\\.com|afternic\\.com|dan\\.com/buy|cdn\\.parkingpage");

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
                .or(() -> byStatus(page))
                .or(() -> parked(view))
                .or(() -> Detours.sent(page, view));
    }

    /** States that depend on how much main text the page has. */
    static Optional<Finding> afterReading(Page page, PageView view, Platform platform, List<Block> blocks) {
        return Gates.shown(page, view, blocks)
                .or(() -> Redirection.judge(page, platform.identity()))
                .or(() -> Detours.canonical(page, view))
                .or(() -> HalfRendered.shown(view, blocks));
    }

    private static Optional<Finding> unsupported(Page page) {
        return Form.of(page).isPresent() ? Optional.empty() : Optional.of(unsupported(PageDecoder.mediaType(page)));
    }

    static Finding unsupported(Optional<String> mediaType) {
        return Finding.of(
                PageState.ERROR,
                "unsupported-media-type",
                "No reader for the media type " + mediaType.orElse("that was not sent") + ".");
    }

    static Optional<Finding> byStatus(Page page) {
        int status = page.status();
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
        String code = "status-" + status;
        String detail = "The server answered " + status + ".";
        return Optional.of(
                state == PageState.MOVED
                        ? Finding.moved(code, detail, page.effectiveUrl(), location(page))
                        : Finding.of(state, code, detail));
    }

    private static String location(Page page) {
        return page.headers().getOrDefault("location", List.of()).stream()
                .findFirst()
                .orElse("");
    }

    private static Optional<Finding> parked(PageView view) {
        return view.words() <= 300 && PARKING.matcher(view.html()).find()
                ? Optional.of(Finding.of(PageState.PARKED, "parked-domain", "A parking company's page answers."))
                : Optional.empty();
    }
}
