package org.evidencewatch.fact;

import java.util.BitSet;
import java.util.List;

/** The marking of one sentence: wordings wait for the rarest that they need, and are tried in their order. One use each. */
final class Marking {

    private final Wordings wordings;
    private final Exempt exempt;
    private final Places places;
    private final BitSet pending;

    /**
     * Concepts that act on all the words that they fit.
     *
     * @param notNegative takes away {@code negative} there
     * @param noWay marks each
     */
    record Exempt(int notNegative, int negative, int noWay) {}

    Marking(List<Token> tokens, Wordings wordings, Exempt exempt) {
        this.wordings = wordings;
        this.exempt = exempt;
        this.places = new Places(tokens, wordings.symbols());
        this.pending = new BitSet(wordings.count());
    }

    List<Token> marked() {
        await(wordings.anyway(), -1);
        for (int at = 0; at < places.size(); at++) {
            for (int symbol : places.words(at)) {
                await(wordings.needing(symbol), -1);
            }
        }
        for (int number = pending.nextSetBit(0); number >= 0; number = pending.nextSetBit(number + 1)) {
            Wordings.Wording wording = wordings.get(number);
            if (places.hasAll(wording.needs())) {
                tryEverywhere(number, wording);
            }
        }
        return places.marked();
    }

    private void tryEverywhere(int number, Wordings.Wording wording) {
        for (int at = 0; at < places.size(); at++) {
            if (wording.step().fits(places, at, -1) && places.end() > at) {
                apply(wording.concept(), number, at);
            }
        }
    }

    private void apply(int concept, int number, int start) {
        if (concept == exempt.notNegative()) {
            for (int at = start; at < places.end(); at++) {
                places.unmark(at, exempt.negative());
            }
        } else if (concept == exempt.noWay()) {
            for (int at = start; at < places.end(); at++) {
                places.mark(at, concept);
            }
        } else {
            int at = places.value() < 0 ? start : places.value();
            if (places.mark(at, concept)) {
                await(wordings.needing(concept), number);
            }
        }
    }

    /** Lets those of some wordings that come after a number be tried. */
    private void await(int[] some, int after) {
        for (int number : some) {
            if (number > after) {
                pending.set(number);
            }
        }
    }
}
