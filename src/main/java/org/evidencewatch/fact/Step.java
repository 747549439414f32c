package org.evidencewatch.fact;

import java.util.BitSet;
import java.util.List;

/** One step of a phrase, with the steps that follow it: a phrase fits where its first step does. */
sealed interface Step {

    /**
     * Whether this step, and those after it, fit from a place on.
     *
     * @param value place of the value named so far; -1 for none
     */
    boolean fits(Places places, int at, int value);

    record End() implements Step {

        @Override
        public boolean fits(Places places, int at, int value) {
            places.reached(at, value);
            return true;
        }
    }

    /**
     * One of some words and marks.
     *
     * @param sketch of the names, see {@link Places#sketch}
     */
    record Symbol(BitSet names, long sketch, boolean isValue, Step next) implements Step {

        static Symbol of(BitSet names, boolean isValue, Step next) {
            long sketch = names.stream().mapToLong(Places::sketch).reduce(0, (a, b) -> a | b);
            return new Symbol(names, sketch, isValue, next);
        }

        @Override
        public boolean fits(Places places, int at, int value) {
            return at < places.size()
                    && places.has(at, names, sketch)
                    && next.fits(places, at + 1, isValue ? at : value);
        }
    }

    record Gap(int most, boolean withinClause, Step next) implements Step {

        @Override
        public boolean fits(Places places, int at, int value) {
            for (int skipped = 0; skipped <= most; skipped++) {
                if (next.fits(places, at + skipped, value)) {
                    return true;
                }
                if (at + skipped >= places.size() || places.stops(at + skipped, withinClause)) {
                    return false;
                }
            }
            return false;
        }
    }

    record Not(Step other, Step next) implements Step {

        @Override
        public boolean fits(Places places, int at, int value) {
            return !other.fits(places, at, value) && next.fits(places, at, value);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and read at every place
    record Either(Step[] ways) implements Step {

        @Override
        public boolean fits(Places places, int at, int value) {
            for (Step way : ways) {
                if (way.fits(places, at, value)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Opening(Step next) implements Step {

        @Override
        public boolean fits(Places places, int at, int value) {
            return at == 0 && next.fits(places, at, value);
        }
    }

    static Step of(Part part, Symbols symbols) {
        return of(part, symbols, new End());
    }

    private static Step of(Part part, Symbols symbols, Step next) {
        return switch (part) {
            case Part.Symbol symbol ->
                Symbol.of(
                        symbols.numbers(symbol.names()),
                        Phrase.VALUES.contains(symbol.names().getFirst()),
                        next);
            case Part.Gap gap -> new Gap(gap.most(), gap.withinClause(), next);
            case Part.Not not -> new Not(of(not.part(), symbols), next);
            case Part.Maybe maybe -> new Either(new Step[] {of(maybe.part(), symbols, next), next});
            case Part.Either either ->
                new Either(either.parts().stream()
                        .map(way -> of(way, symbols, next))
                        .toArray(Step[]::new));
            case Part.Row row -> row(row.parts(), symbols, next);
            case Part.Start start -> new Opening(next);
        };
    }

    private static Step row(List<Part> parts, Symbols symbols, Step next) {
        Step first = next;
        for (Part part : parts.reversed()) {
            first = of(part, symbols, first);
        }
        return first;
    }

    /** Sets of which a sentence has one each wherever the part fits. */
    static List<BitSet> needs(Part part, Symbols symbols) {
        return switch (part) {
            case Part.Symbol symbol -> List.of(symbols.numbers(symbol.names()));
            case Part.Row row ->
                row.parts().stream().flatMap(p -> needs(p, symbols).stream()).toList();
            case Part.Either either -> {
                var any = new BitSet();
                for (Part way : either.parts()) {
                    List<BitSet> own = needs(way, symbols);
                    if (own.isEmpty()) {
                        yield List.of();
                    }
                    any.or(own.getFirst());
                }
                yield List.of(any);
            }
            case Part.Gap gap -> List.of();
            case Part.Not not -> List.of();
            case Part.Maybe maybe -> List.of();
            case Part.Start start -> List.of();
        };
    }
}
