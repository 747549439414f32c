package org.evidencewatch.extract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Our reading of one page by one extractor version. Equal bytes give equal readings.
 *
 * @param extractorVersion name of the rules that made it; a bump makes every older reading due for a new one
 * @param platform platform id, {@code generic} where none was recognised
 * @param way how the main text was found
 * @param blocks the main text in page order; empty unless the page has one
 * @param coverage share of the page's visible words that the blocks hold, 0 to 1
 */
public record Reading(
        String extractorVersion,
        String platform,
        Way way,
        PageState state,
        List<StateReason> stateReasons,
        String title,
        List<Block> blocks,
        double coverage) {

    public Reading {
        stateReasons = List.copyOf(stateReasons);
        blocks = List.copyOf(blocks);
    }

    /** The main text for people: blocks, one a line. */
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    /** The main text for hashing and comparing: blocks, one a line, volatile tokens replaced. */
    public String comparisonText() {
        return blocks.stream().map(Block::comparisonText).collect(Collectors.joining("\n"));
    }

    /** Whether this reading may be compared, and may become a baseline. */
    public boolean good() {
        return state == PageState.OK;
    }
}
