package org.evidencewatch.fact;

import java.util.List;
import java.util.Map;

/** The concepts of a language: which words and phrases mean the same to the rules. */
final class Lexicon {

    private final Wordings wordings;
    private final Marking.Exempt exempt;

    /** Concepts in the order in which they may build on each other. */
    Lexicon(Map<String, List<Phrase>> phrases) {
        this.wordings = new Wordings(phrases);
        Symbols symbols = wordings.symbols();
        this.exempt = new Marking.Exempt(symbols.find("NONEG"), symbols.find("NEG"), symbols.find("CH_NOT"));
    }

    /** The tokens of a sentence with the concepts that begin at each, or that stand on a value. */
    List<Token> tokens(String sentence) {
        return new Marking(Values.joined(Lexer.tokens(sentence)), wordings, exempt).marked();
    }
}
