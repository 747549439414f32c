package org.evidencewatch.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.fact.Length.Unit;

/** Words for units of time: "days", "business days", "calendar months". */
record Units(Words words) {

    private static final Map<String, Unit> WORDS = Map.ofEntries(
            Map.entry("minute", Unit.MINUTE),
            Map.entry("minutes", Unit.MINUTE),
            Map.entry("mins", Unit.MINUTE),
            Map.entry("hour", Unit.HOUR),
            Map.entry("hours", Unit.HOUR),
            Map.entry("hrs", Unit.HOUR),
            Map.entry("h", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("day", Unit.DAY),
            Map.entry("days", Unit.DAY),
            Map.entry("night", Unit.DAY),
            Map.entry("nights", Unit.DAY),
            Map.entry("week", Unit.WEEK),
            Map.entry("weeks", Unit.WEEK),
            Map.entry("wks", Unit.WEEK),
            Map.entry("month", Unit.MONTH),
            Map.entry("months", Unit.MONTH),
            Map.entry("mo", Unit.MONTH),
            Map.entry("mos", Unit.MONTH),
            Map.entry("year", Unit.YEAR),
            Map.entry("years", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("yrs", Unit.YEAR),
            Map.entry("tag", Unit.DAY),
            Map.entry("tage", Unit.DAY),
            Map.entry("tagen", Unit.DAY),
            Map.entry("werktage", Unit.BUSINESS_DAY),
            Map.entry("werktagen", Unit.BUSINESS_DAY),
            Map.entry("arbeitstage", Unit.BUSINESS_DAY),
            Map.entry("arbeitstagen", Unit.BUSINESS_DAY),
            Map.entry("woche", Unit.WEEK),
            Map.entry("wochen", Unit.WEEK),
            Map.entry("monat", Unit.MONTH),
            Map.entry("monate", Unit.MONTH),
            Map.entry("monaten", Unit.MONTH),
            Map.entry("jahr", Unit.YEAR),
            Map.entry("jahre", Unit.YEAR),
            Map.entry("jahren", Unit.YEAR),
            Map.entry("stunden", Unit.HOUR),
            Map.entry("jour", Unit.DAY),
            Map.entry("jours", Unit.DAY),
            Map.entry("semaine", Unit.WEEK),
            Map.entry("semaines", Unit.WEEK),
            Map.entry("mois", Unit.MONTH),
            Map.entry("an", Unit.YEAR),
            Map.entry("ans", Unit.YEAR),
            Map.entry("heures", Unit.HOUR),
            Map.entry("día", Unit.DAY),
            Map.entry("días", Unit.DAY),
            Map.entry("semana", Unit.WEEK),
            Map.entry("semanas", Unit.WEEK),
            Map.entry("mes", Unit.MONTH),
            Map.entry("meses", Unit.MONTH),
            Map.entry("año", Unit.YEAR),
            Map.entry("años", Unit.YEAR),
            Map.entry("horas", Unit.HOUR));

    private static final Set<String> BUSINESS =
            Set.of("business", "working", "banking", "bank", "work", "trading", "office");
    private static final Set<String> AFTER_DAYS = Set.of("ouvrés", "ouvrables", "hábiles", "laborables");
    private static final Set<String> FILLERS = Set.of(
            "calendar",
            "full",
            "whole",
            "consecutive",
            "complete",
            "more",
            "further",
            "additional",
            "clear",
            "straight");
    /**
     * A unit in a sentence.
     *
     * @param words how many it takes
     */
    record Named(Unit unit, int words) {}

    static Optional<Unit> called(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** Whether a word only fills: "calendar", "full". */
    static boolean fills(String word) {
        return FILLERS.contains(word);
    }

    /** The unit that is named there. */
    Optional<Named> at(int place) {
        int next = fills(words.at(place)) ? place + 1 : place;
        boolean days = Set.of("day", "days").contains(words.at(next + 1));
        if (BUSINESS.contains(words.at(next)) && days) {
            return Optional.of(new Named(Unit.BUSINESS_DAY, next + 2 - place));
        }
        if (Set.of("weekdays", "workdays").contains(words.at(next))) {
            return Optional.of(new Named(Unit.BUSINESS_DAY, next + 1 - place));
        }
        return called(words.at(next))
                .map(unit -> unit == Unit.DAY && AFTER_DAYS.contains(words.at(next + 1))
                        ? new Named(Unit.BUSINESS_DAY, next + 2 - place)
                        : new Named(unit, next + 1 - place));
    }
}
