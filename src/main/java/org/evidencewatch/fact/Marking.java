package org.evidencewatch.fact;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The marking of one sentence: wordings wait at the places where they may begin, and are tried in their order. One use each. */
final class Marking {

    private final Wordings wordings;
    private final Exempt exempt;
    private final List<Token> tokens;
    private final Places places;
    /** The places where each wording may begin; null where it may begin nowhere. */
    private final @Nullable BitSet[] waiting;

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
        this.tokens = tokens;
        this.places = new Places(tokens, wordings.symbols());
        this.waiting = new BitSet[wordings.count()];
        this.pending = new BitSet(wordings.count());
    }

    List<Token> marked() {
        for (int at = 0; at < places.size(); at++) {
            for (int symbol : places.words(at)) {
                await(symbol, at, -1);
            }
        }
        awaitEach(wordings.opening(), Math.min(1, places.size()));
        awaitEach(wordings.anywhere(), places.size());
        for (int number = pending.nextSetBit(0); number >= 0; number = pending.nextSetBit(number + 1)) {
            Wordings.Wording wording = wordings.get(number);
            if (places.hasAll(wording.needs())) {
                tryAt(Objects.requireNonNull(waiting[number]), number, wording);
            }
        }
        return places.marked();
    }

    private void tryAt(BitSet starts, int number, Wordings.Wording wording) {
        for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(at + 1)) {
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
                await(concept, at, number);
            }
        }
    }

    /** Lets the wordings after a number that begin with a symbol wait at a place. */
    private void await(int symbol, int at, int after) {
        for (int number : wordings.beginningWith(symbol)) {
            if (number > after) {
                await(number, at);
            }
        }
    }

    private void awaitEach(BitSet some, int places) {
        for (int number = some.nextSetBit(0); number >= 0 && places > 0; number = some.nextSetBit(number + 1)) {
            for (int at = 0; at < places; at++) {
                await(number, at);
            }
        }
    }

    private void await(int number, int at) {
        BitSet starts = waiting[number];
        if (starts == null) {
            starts = new BitSet(tokens.size());
            waiting[number] = starts;
            pending.set(number);
        }
        starts.set(at);
    }
}
