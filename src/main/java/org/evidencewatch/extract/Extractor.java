package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a stored page: its state, and the blocks of its main text. Pure and thread-safe: equal pages give equal readings,
 * on any thread and machine; work is bounded whatever the page.
 *
 * <p>The text holds the title and the body, all posts of a topic included, as the page has them; no navigation, author or
 * date lines, counters or votes. A page that its status or its own words give away as something else than content is
 * returned without blocks where that was plain before reading.
 */
public final class Extractor {

    /** Name of these rules. Raise it with every change of what a page reads as. */
    static final String RULES = "4";

    private final Platforms platforms;
    private final String version;

    /** An extractor that knows these platforms. */
    public Extractor(Platforms platforms) {
        this(platforms, RULES);
    }

    /** One that stands for another release: what it knows, under another name. */
    Extractor(Platforms platforms, String rules) {
        this.platforms = platforms;
        this.version = rules + "-" + platforms.digest();
    }

    /** An extractor with the profiles of this installation. */
    public Extractor() {
        this(Platforms.installed());
    }

    /** Name of what makes a page read as it does: these rules and these profiles. */
    public String version() {
        return version;
    }

    /** What is wrong with the platform profiles that are not in use. */
    public List<PlatformError> profileErrors() {
        return platforms.errors();
    }

    /** The reading of one page, found in the best way for it; never fails. */
    public Reading read(Page page) {
        return read(page, Optional.empty());
    }

    /**
     * The reading of one page, found in the way that was used for another one, so that the two can be compared. A page that
     * cannot be read in that way is read in its own.
     */
    public Reading read(Page page, Way way) {
        return read(page, Optional.of(way));
    }

    private Reading read(Page page, Optional<Way> way) {
        Optional<Finding> plain = PageStates.beforeParsing(page);
        if (plain.isPresent()) {
            return unread(Platform.GENERIC, plain.get(), "");
        }
        String characters = PageDecoder.decode(page);
        return PageDecoder.mediaType(page)
                        .filter(type -> !type.contains("html"))
                        .isPresent()
                ? plainText(page, characters)
                : html(page, characters, way);
    }

    private Reading html(Page page, String html, Optional<Way> way) {
        PageView parsed = PageView.parse(html);
        Platform platform = platforms.recognise(page, parsed);
        PageView view = platform.posts()
                .filter(PostRules::preloaded)
                .map(rules -> PreloadedTopic.unfolded(parsed, rules))
                .orElse(parsed);
        Optional<Finding> early = PageStates.beforeReading(page, view).or(() -> platform.judge(page, view));
        if (early.isPresent()) {
            return unread(platform.id(), early.get(), view.title());
        }
        var ways = new Ways(page, view, platform);
        Optional<Ways.Found> asked =
                way.map(ways::in).filter(found -> !found.blocks().isEmpty());
        Ways.Found narrow = asked.orElseGet(ways::first);
        Optional<Finding> standIn = StandIns.shown(view, narrow.blocks());
        Ways.Found found = standIn.isPresent() || asked.isPresent() ? narrow : ways.seeing(narrow);
        Optional<Finding> finding = standIn.or(() -> PageStates.afterReading(page, view, found.blocks()))
                .or(() -> platform.identity().flatMap(identity -> identity.replaced(page, view)));
        return reading(view, platform.id(), found, finding, notices(page, view));
    }

    private static Stream<StateReason> notices(Page page, PageView view) {
        return Stream.of(PageDecoder.notice(page), HalfRendered.unclosed(view), Redirection.downgraded(page))
                .flatMap(Optional::stream);
    }

    private Reading reading(
            PageView view, String platform, Ways.Found found, Optional<Finding> finding, Stream<StateReason> notices) {
        double coverage = view.words() == 0 ? 0 : Math.min(1, MainText.words(found.blocks()) / (double) view.words());
        String title = view.heading().isEmpty() ? view.title() : view.heading();
        return new Reading(
                version,
                platform,
                found.way(),
                finding.map(Finding::state).orElse(PageState.OK),
                finding.map(Finding::reason).stream().toList(),
                title,
                found.blocks(),
                coverage,
                Stream.concat(notices, found.notices().stream()).toList(),
                found.topic());
    }

    private Reading plainText(Page page, String text) {
        var blocks = new ArrayList<Block>();
        text.lines().limit(20_000).forEach(line -> Passages.block("", line).ifPresent(blocks::add));
        Optional<Finding> finding = PageStates.byStatus(page.status())
                .or(() -> StandIns.shown(blocks))
                .or(() -> Redirection.judge(page))
                .or(() -> blocks.isEmpty()
                        ? Optional.of(Finding.of(PageState.EMPTY, "no-text", "The text has no words."))
                        : Optional.empty());
        PageState state = finding.map(Finding::state).orElse(PageState.OK);
        List<StateReason> reasons = finding.map(Finding::reason).stream().toList();
        String title = blocks.isEmpty() ? "" : blocks.getFirst().text();
        return new Reading(
                version, Platform.GENERIC, Way.LINES, state, reasons, title, blocks, blocks.isEmpty() ? 0 : 1);
    }

    private Reading unread(String platform, Finding finding, String title) {
        return new Reading(
                version, platform, Way.STRUCTURE, finding.state(), List.of(finding.reason()), title, List.of(), 0);
    }
}
