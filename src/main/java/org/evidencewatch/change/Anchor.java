package org.evidencewatch.change;

import java.util.List;

/** What became of a quote on a page: the rung of the ladder on which it was found. */
sealed interface Anchor {

    /** It stands once, character by character. */
    record Exact(Place at) implements Anchor {}

    /** It stands once, in other typography, case or punctuation. */
    record Normalised(Place at) implements Anchor {}

    /** Its words stand several times; those around it tell which of them is meant. */
    record InContext(Place at, List<Place> others) implements Anchor {

        public InContext {
            others = List.copyOf(others);
        }
    }

    /** Its words stand several times, and nothing tells which of them is meant. */
    record Ambiguous(List<Place> places) implements Anchor {

        public Ambiguous {
            places = List.copyOf(places);
        }
    }

    /**
     * It does not stand, but words that a person may want to look at do: never a match.
     *
     * @param likeness 0 to 1: share of the words that agree in their order
     * @param margin how much less the next best place is like the quote
     */
    record Suggested(Place at, double likeness, double margin) implements Anchor {}

    /** It does not stand, and nothing is like it. */
    record Lost() implements Anchor {}

    /** Where the quote stands; one place where it is known which is meant, none where it does not stand. */
    default List<Place> places() {
        return switch (this) {
            case Exact found -> List.of(found.at());
            case Normalised found -> List.of(found.at());
            case InContext found -> List.of(found.at());
            case Ambiguous found -> found.places();
            case Suggested none -> List.of();
            case Lost none -> List.of();
        };
    }
}
