package org.evidencewatch.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.fact.Length.Unit;

/** Words for how often something is: "monthly", "every three months", "once a year", "twice a year". */
record Rhythms(Words words) {

    private static final Map<String, Length> ADVERBS = Map.ofEntries(
            Map.entry("daily", new Length(1, Unit.DAY)),
            Map.entry("weekly", new Length(1, Unit.WEEK)),
            Map.entry("fortnightly", new Length(2, Unit.WEEK)),
            Map.entry("biweekly", new Length(2, Unit.WEEK)),
            Map.entry("monthly", new Length(1, Unit.MONTH)),
            Map.entry("quarterly", new Length(3, Unit.MONTH)),
            Map.entry("annual", new Length(1, Unit.YEAR)),
            Map.entry("annually", new Length(1, Unit.YEAR)),
            Map.entry("yearly", new Length(1, Unit.YEAR)),
            Map.entry("biannually", new Length(6, Unit.MONTH)),
            Map.entry("monatlich", new Length(1, Unit.MONTH)),
            Map.entry("jährlich", new Length(1, Unit.YEAR)));

    private static final Set<String> EVERY = Set.of(
            "every", "each", "per", "/", "par", "pro", "al", "im", "por", "chaque", "cada", "jeden", "elke", "ogni");
    private static final Set<String> COUNTS = Set.of("once", "twice");
    private static final Set<String> ARTICLES = Set.of("a", "an");
    /** "Once a month has begun". */
    private static final Set<String> BEGUN = Set.of("has", "is", "had");

    private static final int MONTHS = 12;

    /** Whether one may begin with a word that is no number. */
    static boolean opens(String word) {
        return ADVERBS.containsKey(word) || EVERY.contains(word) || COUNTS.contains(word);
    }

    private static Optional<Length> adverb(String word) {
        return Optional.ofNullable(ADVERBS.get(word));
    }

    /** @param priced whether an amount of money stands before it: "€6 a month" */
    Optional<Found> at(int place, boolean priced) {
        return adverb(words.at(place))
                .map(length -> new Found(Values.RHYTHM, Value.Duration.of(length), 1))
                .or(() -> timesAYear(place))
                .or(() -> every(place, priced));
    }

    /** "Twice a year", "four times a year". */
    private Optional<Found> timesAYear(int place) {
        boolean twice = words.at(place).equals("twice");
        int times = twice
                ? 2
                : new Durations(words).number(place).map(Numbers.Found::number).orElse(0);
        int next = twice ? place + 1 : place + 2;
        boolean counted = twice || words.at(place + 1).equals("times");
        boolean yearly = (EVERY.contains(words.at(next)) || ARTICLES.contains(words.at(next)))
                && words.at(next + 1).equals("year");
        return counted && yearly && times > 1 && MONTHS % times == 0
                ? Optional.of(Found.rhythm(MONTHS / times, Unit.MONTH, next + 2 - place))
                : Optional.empty();
    }

    private Optional<Found> every(int place, boolean priced) {
        boolean once = words.at(place).equals("once");
        int start = once ? place + 1 : place;
        boolean begun = once && BEGUN.contains(words.at(start + 2));
        boolean article = ARTICLES.contains(words.at(start)) && (once || priced) && !begun;
        if (!article && !EVERY.contains(words.at(start))) {
            return Optional.empty();
        }
        int unit = Units.fills(words.at(start + 1)) ? start + 2 : start + 1;
        return switch (words.at(unit)) {
            case "other", "second" ->
                Units.called(words.at(unit + 1)).map(other -> Found.rhythm(2, other, unit + 2 - place));
            case "quarter" -> Optional.of(Found.rhythm(3, Unit.MONTH, unit + 1 - place));
            default ->
                Units.called(words.at(unit))
                        .map(one -> Found.rhythm(1, one, unit + 1 - place))
                        .or(() -> new Durations(words)
                                .single(unit)
                                .map(length -> length.asRhythm().after(unit - place)));
        };
    }
}
