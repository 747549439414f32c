package org.evidencewatch.fact;

import java.util.Optional;
import java.util.Set;
import org.evidencewatch.fact.Length.Unit;

/** Lengths of time: "14 days", "fourteen (14) days", "5 to 10 business days", "a fortnight", "the first week", "day 20". */
record Durations(Words words) {

    private static final Set<String> RANGE = Set.of("to", "-", "and", "or", "bis", "à", "a", "y");
    private static final Set<String> LISTING = Set.of("and", "y");
    private static final Set<String> BETWEEN = Set.of("between", "zwischen", "entre");
    private static final Set<String> ARTICLES = Set.of("a", "an", "one");
    private static final Set<String> OPENINGS = Set.of("a", "an", "one", "fortnight", "day", "month");
    private static final Set<String> HALVES = Set.of("half", "halbes", "halben", "medio", "mezzo", "demi");
    private static final Set<String> MORE = Set.of("more", "fewer", "less");

    /** Whether one may begin with a word that is no number. */
    static boolean opens(String word) {
        return HALVES.contains(word) || OPENINGS.contains(word);
    }

    Optional<Found> at(int place) {
        return partOfYear(place)
                .or(() -> range(place))
                .or(() -> spelledRange(place))
                .or(() -> single(place))
                .or(() -> counted(place));
    }

    /** "A quarter of a year", "three quarters of a year". */
    private Optional<Found> partOfYear(int place) {
        int of = place + 2;
        boolean year = words.at(of).equals("of")
                && ARTICLES.contains(words.at(of + 1))
                && words.at(of + 2).equals("year");
        if (!year) {
            return Optional.empty();
        }
        boolean one = ARTICLES.contains(words.at(place)) && words.at(place + 1).equals("quarter");
        boolean three = words.at(place).equals("three") && words.at(place + 1).equals("quarters");
        return one || three ? Optional.of(Found.length(three ? 9 : 3, Unit.MONTH, of + 3 - place)) : Optional.empty();
    }

    /** "3 to 5 days": the unit stands once. */
    private Optional<Found> range(int place) {
        Optional<Numbers.Found> low = number(place);
        if (low.isEmpty()) {
            return Optional.empty();
        }
        int joint = place + low.get().words();
        return RANGE.contains(words.at(joint))
                ? single(joint + 1).flatMap(high -> range(place, joint, low.get(), high))
                : Optional.empty();
    }

    /** "And" makes a range only after "between". */
    private Optional<Found> range(int place, int joint, Numbers.Found low, Found high) {
        Length most = ((Value.Duration) high.value()).high();
        boolean joined = !LISTING.contains(words.at(joint)) || BETWEEN.contains(words.at(place - 1));
        return joined && low.number() < most.amount()
                ? Optional.of(between(new Length(low.number(), most.unit()), most, joint + 1 + high.words() - place))
                : Optional.empty();
    }

    /** "One week to ten days". */
    private Optional<Found> spelledRange(int place) {
        return single(place)
                .filter(low -> words.at(place + low.words()).equals("to"))
                .flatMap(low -> single(place + low.words() + 1).flatMap(high -> {
                    Length least = ((Value.Duration) low.value()).high();
                    Length most = ((Value.Duration) high.value()).high();
                    return least.compareWith(most) < 0
                            ? Optional.of(between(least, most, low.words() + 1 + high.words()))
                            : Optional.empty();
                }));
    }

    private static Found between(Length least, Length most, int words) {
        return new Found(Values.DURATION, new Value.Duration(least, most), words);
    }

    /** One length that is told by a number and a unit. */
    Optional<Found> single(int place) {
        String word = words.at(place);
        if (word.equals("fortnight")) {
            return Optional.of(Found.length(2, Unit.WEEK, 1));
        }
        if (HALVES.contains(word)) {
            return half(place);
        }
        if (HALVES.contains(words.at(place + 1)) && Numbers.isWord(word)) {
            return half(place + 1).map(half -> half.after(1));
        }
        return ARTICLES.contains(word) ? article(place) : numbered(place);
    }

    private Optional<Found> numbered(int place) {
        return number(place).flatMap(number -> {
            int next = behind(place + number.words());
            return new Units(words)
                    .at(next)
                    .map(unit -> Found.length(number.number(), unit.unit(), next + unit.words() - place));
        });
    }

    /** Behind what may stand between a number and its unit: "fourteen (14) days", "five or more days", "30+ days". */
    private int behind(int place) {
        int next = words.at(place).equals("(") && words.at(place + 2).equals(")") ? place + 3 : place;
        if (words.at(next).equals("or") && MORE.contains(words.at(next + 1))) {
            return next + 2;
        }
        return words.at(next).equals("+") ? next + 1 : next;
    }

    /** "A month", "one week", "a full year", "a couple of days", "a quarter", "a half-year". */
    private Optional<Found> article(int place) {
        return switch (words.at(place + 1)) {
            case "fortnight" -> Optional.of(Found.length(2, Unit.WEEK, 2));
            case "quarter" ->
                words.at(place + 2).equals("of") ? Optional.empty() : Optional.of(Found.length(3, Unit.MONTH, 2));
            case "half" -> half(place + 1).map(half -> half.after(1));
            case "couple" -> unit(2, place, place + 3);
            case "(" -> unit(1, place, place + 4);
            default -> unit(1, place, place + 1);
        };
    }

    private Optional<Found> unit(int amount, int place, int unitAt) {
        return new Units(words)
                .at(unitAt)
                .map(unit -> Found.length(amount, unit.unit(), unitAt + unit.words() - place));
    }

    /** "Half a year", "half year". */
    private Optional<Found> half(int place) {
        int unit = Set.of("a", "an").contains(words.at(place + 1)) ? place + 2 : place + 1;
        return Units.called(words.at(unit)).filter(Unit.YEAR::equals).isPresent()
                ? Optional.of(Found.length(6, Unit.MONTH, unit + 1 - place))
                : Optional.empty();
    }

    /** "First week", "tenth day", "day 20". */
    private Optional<Found> counted(int place) {
        if (Set.of("day", "month").contains(words.at(place))) {
            return Units.called(words.at(place))
                    .flatMap(unit -> number(place + 1)
                            .filter(number -> number.number() > 0)
                            .filter(number -> Units.called(words.at(place + 1 + number.words()))
                                    .isEmpty())
                            .map(number -> Found.length(number.number(), unit, 1 + number.words())));
        }
        return ordinal(place)
                .flatMap(number -> new Units(words)
                        .at(place + number.words())
                        .filter(unit -> unit.unit() != Unit.MINUTE && unit.unit() != Unit.HOUR)
                        .map(unit -> Found.length(number.number(), unit.unit(), number.words() + unit.words())));
    }

    Optional<Numbers.Found> number(int place) {
        return words.at(place).isEmpty() ? Optional.empty() : Numbers.whole(words.tokens(), place);
    }

    private Optional<Numbers.Found> ordinal(int place) {
        return words.at(place).isEmpty() ? Optional.empty() : Numbers.ordinal(words.tokens(), place);
    }
}
