package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One sentence of a post, and what it says of a problem, whoever says it.
 *
 * @param tokens with the concepts of the rules for problems
 */
record ProblemSentence(String text, List<Token> tokens) {

    /** Over so many words a denial or a promise reaches what follows it in its clause. */
    private static final int REACH = 6;

    /** A report is often about not knowing: "I do not know why the button does nothing". */
    private static final int REACH_TO_REPORT = 2;

    /** Over so many words "soon" reaches what stands before it. */
    private static final int REACH_BACK = 4;

    private static final Set<String> CLAUSE_ENDS =
            Set.of(",", ";", ":", "(", ")", "\u2014", "but", "because", "although", "though", "aber", "mais", "pero");
    private static final Set<String> SUBJECTS = Set.of("it", "this", "we", "i", "the", "they", "that", "is", "now");

    /** What is said. */
    enum Saying {
        BACK,
        FIXED,
        KNOWN,
        FAULT,
        STUCK,
        SAME,
        WORKS,
        /** It is not repaired; no concept of its own. */
        UNFIXED,
        /** It is going to be repaired; no concept of its own. */
        PROMISED
    }

    /**
     * One thing that is said.
     *
     * @param at where in the sentence
     */
    record Found(Saying saying, int at) {}

    boolean asks() {
        return text.endsWith("?");
    }

    boolean names(String concept) {
        return tokens.stream().anyMatch(token -> token.is(concept));
    }

    /** What it says, in the order of its words; nothing where it says "if" or repeats what somebody else said. */
    List<Found> says() {
        var found = new ArrayList<Found>();
        if (!tokens.isEmpty() && !tokens.getFirst().is("IF") && !names("ECHO")) {
            for (int at = 0; at < tokens.size(); at++) {
                int start = tokens.get(at).start();
                saying(at).ifPresent(saying -> found.add(new Found(saying, start)));
            }
        }
        return found;
    }

    private Optional<Saying> saying(int at) {
        if (before(at, REACH, "IF")) {
            return Optional.empty();
        }
        return Stream.of(Saying.values())
                .filter(saying -> tokens.get(at).marks().contains(saying.name()))
                .findFirst()
                .flatMap(saying -> turned(saying, at));
    }

    private Optional<Saying> turned(Saying saying, int at) {
        return switch (saying) {
            case FIXED -> Optional.of(repaired(at));
            case BACK, KNOWN, WORKS -> Optional.of(saying).filter(affirmed -> !before(at, REACH, "NEG"));
            case FAULT, STUCK, SAME -> Optional.of(saying).filter(affirmed -> !before(at, REACH_TO_REPORT, "NEG"));
            case UNFIXED, PROMISED -> Optional.empty();
        };
    }

    private Saying repaired(int at) {
        if (before(at, REACH, "NEG")) {
            return Saying.UNFIXED;
        }
        return before(at, REACH, "LATER") || soon(at) ? Saying.PROMISED : Saying.FIXED;
    }

    private boolean before(int at, int reach, String concept) {
        for (int i = at - 1; i >= Math.max(0, at - reach) && !endsClause(i); i--) {
            if (tokens.get(i).is(concept)) {
                return true;
            }
        }
        return false;
    }

    private boolean soon(int at) {
        return tokens.subList(at, Math.min(tokens.size(), at + REACH_BACK + 1)).stream()
                .anyMatch(token -> token.is("SOON"));
    }

    private boolean endsClause(int at) {
        String word = tokens.get(at).word();
        boolean joins = word.equals("and")
                && at + 1 < tokens.size()
                && SUBJECTS.contains(tokens.get(at + 1).word());
        return joins || CLAUSE_ENDS.contains(word);
    }
}
