package org.evidencewatch.fact;

import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Fragments;

/**
 * Reads the policy facts that a text states, by rules that can be looked up: every fact names the rule and the words that
 * it was read from. Pure and thread-safe; the work grows with the length of the text and is bounded for each sentence.
 */
public final class FactReader {

    private final RuleBook book;

    /** Taken in when the first reader is made, and once. */
    private static final class Installed {

        static final RuleBook BOOK = RuleBook.installed();
    }

    /** A reader with the rules of this program. */
    public FactReader() {
        this(Installed.BOOK);
    }

    FactReader(RuleBook book) {
        this.book = book;
    }

    /** What the blocks state. */
    public FactSheet read(List<Block> blocks) {
        return new PageReading(book).read(blocks);
    }

    /** What a text states whose lines are paragraphs. */
    public FactSheet readText(String text) {
        return read(Fragments.ofText(text));
    }

    /** The concepts of a sentence, for those who look for a rule that is missing. */
    String shown(String sentence) {
        return book.lexicon().tokens(sentence).stream()
                .map(token -> token.word() + (token.marks().isEmpty() ? "" : token.marks()))
                .collect(Collectors.joining(" "));
    }
}
