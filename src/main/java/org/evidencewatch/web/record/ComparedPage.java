package org.evidencewatch.web.record;

import java.util.List;
import java.util.Optional;

/**
 * Two captures compared in one of five views, as {@code record/compare :: view(page)} shows them.
 *
 * @param view 1 claim spans, 2 reading view, 3 side by side, 4 changes only, 5 source
 * @param same whether both are of one page
 * @param comparable whether both sides show a page; else nothing is said of their words
 * @param changes how many blocks differ
 * @param spans the passages that were sought; of view 1 alone
 * @param blocks those of the view
 * @param source of view 5 alone
 * @param notes what a reader must know who sees less than there is, each a sentence
 */
public record ComparedPage(
        int view,
        ComparedSide before,
        ComparedSide after,
        boolean same,
        boolean comparable,
        int changes,
        List<ClaimSpan> spans,
        List<ComparedBlock> blocks,
        Optional<ComparedSource> source,
        List<String> notes) {

    public ComparedPage {
        spans = List.copyOf(spans);
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** The old side and the new one. */
    public List<ComparedSide> sides() {
        return List.of(before, after);
    }

    /** The views by number and name. */
    public List<View> views() {
        return List.of(
                new View(1, "Claim spans"),
                new View(2, "Reading view"),
                new View(3, "Side by side"),
                new View(4, "Changes only"),
                new View(5, "Source"));
    }

    /** A view to choose. */
    public record View(int number, String name) {}

    /** How many blocks differ, in words. */
    public String counted() {
        return switch (changes) {
            case 0 -> "No passage differs";
            case 1 -> "1 passage differs";
            default -> changes + " passages differ";
        };
    }
}
