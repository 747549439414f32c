package org.evidencewatch.extract;

import java.util.Optional;

/**
 * One passage of the main text.
 *
 * @param heading path of headings above it, joined by " > "; empty before the first heading
 * @param text the passage as a person reads it, one line, white space collapsed; code has lines
 * @param comparisonText the same after the text normaliser, with placeholders for volatile tokens
 * @param post the post of the topic it is a part of; empty elsewhere, and for what a post quotes of others
 */
public record Block(String heading, String text, String comparisonText, BlockKind kind, Optional<Long> post) {

    /** A paragraph of a page without posts. */
    public Block(String heading, String text, String comparisonText) {
        this(heading, text, comparisonText, BlockKind.PARAGRAPH, Optional.empty());
    }
}
