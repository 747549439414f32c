package org.evidencewatch.fact;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The months in English, German, French and Spanish, and what they are cut to. */
final class MonthNames {

    private static final List<List<String>> NAMES = List.of(
            List.of("january", "jan", "januar", "janvier", "enero"),
            List.of("february", "feb", "februar", "février", "febrero"),
            List.of("march", "mar", "märz", "mars", "marzo"),
            List.of("april", "apr", "avril", "abril"),
            List.of("may", "mai", "mayo"),
            List.of("june", "jun", "juni", "juin", "junio"),
            List.of("july", "jul", "juli", "juillet", "julio"),
            List.of("august", "aug", "août", "agosto"),
            List.of("september", "sep", "sept", "septembre", "septiembre"),
            List.of("october", "oct", "oktober", "octobre", "octubre"),
            List.of("november", "nov", "novembre", "noviembre"),
            List.of("december", "dec", "dezember", "décembre", "diciembre"));

    private MonthNames() {}

    /** The number of a month, 1 to 12; empty where the word names none. */
    static OptionalInt number(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(1, NAMES.size())
                .filter(month -> NAMES.get(month - 1).contains(name))
                .findFirst();
    }
}
