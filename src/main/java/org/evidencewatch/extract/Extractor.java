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
    public static final String VERSION = "1";

    /** The reading of one page; never fails. */
    public Reading read(Page page) {
        Optional<Finding> plain = PageStates.beforeParsing(page);
        if (plain.isPresent()) {
            return unread(Platform.GENERIC, plain.get(), "");
        }
        String characters = PageDecoder.decode(page);
        return PageDecoder.mediaType(page)
                        .filter(type -> !type.contains("html"))
                        .isPresent()
                ? plainText(page, characters)
                : html(page, characters);
    }

    private static Reading html(Page page, String html) {
        PageView view = PageView.parse(html);
        Optional<Platform> platform = Platform.recognise(html, page.effectiveUrl());
        String id = platform.map(Platform::id).orElse(Platform.GENERIC);
        Optional<Finding> early = PageStates.beforeReading(page, view);
        if (early.isPresent()) {
            return unread(id, early.get(), view.title());
        }
        var text = new MainText(view.outline(), view.withNoscript());
        List<Block> narrow = blocks(view, text, platform);
        Optional<Finding> standIn = StandIns.shown(view, narrow);
        List<Block> blocks = standIn.isPresent() ? narrow : text.notBlind(narrow);
        Optional<Finding> finding = standIn.or(() -> PageStates.afterReading(page, view, blocks));
        return reading(view, id, blocks, finding);
    }

    private static Reading reading(PageView view, String platform, List<Block> blocks, Optional<Finding> finding) {
        double coverage = view.words() == 0 ? 0 : Math.min(1, MainText.words(blocks) / (double) view.words());
        String title = view.heading().isEmpty() ? view.title() : view.heading();
        PageState state = finding.map(Finding::state).orElse(PageState.OK);
        List<StateReason> reasons = finding.map(Finding::reason).stream().toList();
        return new Reading(VERSION, platform, state, reasons, title, blocks, coverage);
    }

    private static List<Block> blocks(PageView view, MainText text, Optional<Platform> platform) {
        List<Block> known = platform.map(found -> contained(view, text, found)).orElse(List.of());
        return titled(view, known.isEmpty() ? text.generic() : known);
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

    private static Reading plainText(Page page, String text) {
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
        return new Reading(VERSION, Platform.GENERIC, state, reasons, title, blocks, blocks.isEmpty() ? 0 : 1);
    }

    private static Reading unread(String platform, Finding finding, String title) {
        return new Reading(VERSION, platform, finding.state(), List.of(finding.reason()), title, List.of(), 0);
    }
}
