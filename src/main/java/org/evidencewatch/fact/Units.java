package org.evidencewatch.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.fact.Length.Unit;

/** Words for units of time: "days", "business days", "calendar months". */
record Units(Words words) {

    /** In English, German, French, Spanish, Dutch, Italian and Portuguese. */
    private static final Map<String, Unit> WORDS = byWord(Map.of(
            Unit.MINUTE, "minute minutes mins",
            Unit.HOUR, "hour hours hrs h hr stunde stunden heure heures hora horas uur ora ore",
            Unit.DAY, "day days night nights tag tage tagen jour jours día días dia dias dag dagen giorno giorni",
            Unit.BUSINESS_DAY, "werktag werktage werktagen arbeitstage arbeitstagen werkdag werkdagen",
            Unit.WEEK, "week weeks wks woche wochen semaine semaines semana semanas weken settimana settimane",
            Unit.MONTH, "month months mo mos monat monate monaten mois mes meses maand maanden mese mesi mês",
            Unit.YEAR,
                    "year years yr yrs jahr jahre jahren an ans année années año años jaar jaren anno anni ano anos"));

    private static final Set<String> BUSINESS =
            Set.of("business", "working", "banking", "bank", "work", "trading", "office");
    private static final Set<String> AFTER_DAYS =
            Set.of("ouvrés", "ouvrables", "hábiles", "laborables", "lavorativi", "úteis");
    /** In "thirty free days" it says what they are. */
    static final String FREE = "free";

    private static final Set<String> FILLERS = Set.of(
            "calendar",
            FREE,
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

    private static Map<String, Unit> byWord(Map<Unit, String> words) {
        return words.entrySet().stream()
                .flatMap(unit -> Stream.of(unit.getValue().split(" ", -1)).map(word -> Map.entry(word, unit.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

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
