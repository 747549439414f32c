package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

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
    static final String RULES = "2";

    private final Platforms platforms;
    private final String rules;

    /** An extractor that knows these platforms. */
    public Extractor(Platforms platforms) {
        this(platforms, RULES);
    }

    /** One that stands for another release: what it knows, under another name. */
    Extractor(Platforms platforms, String rules) {
        this.platforms = platforms;
        this.rules = rules;
    }

    /** An extractor with the profiles of this installation. */
    public Extractor() {
        this(Platforms.installed());
    }

    /** Name of what makes a page read as it does: these rules and these profiles. */
    public String version() {
        return rules;
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
        PageView view = PageView.parse(html);
        Optional<Platform> platform = platforms.recognise(html, page.effectiveUrl());
        String id = platform.map(Platform::id).orElse(Platform.GENERIC);
        Optional<Finding> early = PageStates.beforeReading(page, view);
        if (early.isPresent()) {
            return unread(id, early.get(), view.title());
        }
        var text = new MainText(view.outline(), view.withNoscript());
        Found narrow =
                way.map(wanted -> found(view, text, platform, wanted)).orElseGet(() -> best(view, text, platform));
        Optional<Finding> standIn = StandIns.shown(view, narrow.blocks());
        Found found = standIn.isPresent() || way.isPresent() ? narrow : notBlind(view, text, narrow);
        Optional<Finding> finding = standIn.or(() -> PageStates.afterReading(page, view, found.blocks()));
        return reading(view, id, found, finding);
    }

    /** Blocks, and the way in which they were found. */
    private record Found(Way way, List<Block> blocks) {}

    private Reading reading(PageView view, String platform, Found found, Optional<Finding> finding) {
        double coverage = view.words() == 0 ? 0 : Math.min(1, MainText.words(found.blocks()) / (double) view.words());
        String title = view.heading().isEmpty() ? view.title() : view.heading();
        PageState state = finding.map(Finding::state).orElse(PageState.OK);
        List<StateReason> reasons = finding.map(Finding::reason).stream().toList();
        return new Reading(version(), platform, found.way(), state, reasons, title, found.blocks(), coverage);
    }

    private static Found best(PageView view, MainText text, Optional<Platform> platform) {
        Found profile = found(view, text, platform, Way.PROFILE);
        return profile.blocks().isEmpty() ? found(view, text, platform, Way.STRUCTURE) : profile;
    }

    /** The blocks that one way of reading finds; empty where the page has no such way. */
    private static Found found(PageView view, MainText text, Optional<Platform> platform, Way way) {
        List<Block> blocks = switch (way) {
            case PROFILE -> platform.map(known -> contained(view, text, known)).orElse(List.of());
            case STRUCTURE, DENSITY, LINES -> text.generic();
            case WHOLE -> text.whole();
        };
        return new Found(way, blocks.isEmpty() ? blocks : titled(view, blocks));
    }

    private static Found notBlind(PageView view, MainText text, Found found) {
        return text.blind(found.blocks()) ? new Found(Way.WHOLE, titled(view, text.whole())) : found;
    }

    private static List<Block> contained(PageView view, MainText text, Platform platform) {
        if (platform.id().equals(Platform.DISCOURSE)) {
            return DiscourseTopic.blocks(view, text, platform);
        }
        Optional<Element> container = platform.container(view.document());
        var blocks = new ArrayList<Block>();
        container.ifPresent(found -> text.container(found, found.select(platform.dropped()), "", blocks));
        return blocks;
    }

    /** Puts the page's heading first where it stood outside the main content and is the document's title too. */
    private static List<Block> titled(PageView view, List<Block> blocks) {
        Optional<Block> heading = Passages.block("", view.heading());
        if (heading.isEmpty()
                || !view.plainTitle().contains(view.plainHeading())
                || blocks.stream()
                        .anyMatch(block ->
                                block.comparisonText().equals(heading.get().comparisonText()))) {
            return blocks;
        }
        var titled = new ArrayList<Block>();
        titled.add(heading.get());
        titled.addAll(blocks);
        return titled;
    }

    private Reading plainText(Page page, String text) {
        var blocks = new ArrayList<Block>();
        text.lines().limit(20_000).forEach(line -> Passages.block("", line).ifPresent(blocks::add));
        Optional<Finding> finding = PageStates.byStatus(page.status())
                .or(() -> Redirection.judge(page))
                .or(() -> blocks.isEmpty()
                        ? Optional.of(Finding.of(PageState.EMPTY, "no-text", "The text has no words."))
                        : Optional.empty());
        PageState state = finding.map(Finding::state).orElse(PageState.OK);
        List<StateReason> reasons = finding.map(Finding::reason).stream().toList();
        String title = blocks.isEmpty() ? "" : blocks.getFirst().text();
        return new Reading(
                version(), Platform.GENERIC, Way.LINES, state, reasons, title, blocks, blocks.isEmpty() ? 0 : 1);
    }

    private Reading unread(String platform, Finding finding, String title) {
        return new Reading(
                version(), platform, Way.STRUCTURE, finding.state(), List.of(finding.reason()), title, List.of(), 0);
    }
}
