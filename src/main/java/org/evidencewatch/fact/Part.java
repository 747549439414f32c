package org.evidencewatch.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a {@link Phrase} is made of. */
sealed interface Part {

    /**
     * One of several words and marks.
     *
     * @param names beginnings of words with their asterisk
     */
    record Symbol(List<String> names) implements Part {}

    record Gap(int most, boolean withinClause) implements Part {}

    record Not(Part part) implements Part {}

    record Maybe(Part part) implements Part {}

    record Either(List<Part> parts) implements Part {}

    record Row(List<Part> parts) implements Part {}

    record Start() implements Part {}

    /** Symbols of which one begins it; none where it may begin with anything. */
    static Set<String> starts(Part part) {
        return switch (part) {
            case Symbol symbol -> Set.copyOf(symbol.names());
            case Row row -> startsOfRow(row.parts());
            case Either either -> {
                var all = new HashSet<String>();
                for (Part way : either.parts()) {
                    Set<String> own = starts(way);
                    if (own.isEmpty()) {
                        yield Set.of();
                    }
                    all.addAll(own);
                }
                yield all;
            }
            case Maybe maybe -> Set.of();
            case Gap gap -> Set.of();
            case Not not -> Set.of();
            case Start start -> Set.of();
        };
    }

    private static Set<String> startsOfRow(List<Part> parts) {
        var all = new HashSet<String>();
        for (Part part : parts) {
            switch (part) {
                case Start start -> {}
                case Maybe maybe -> {
                    Set<String> own = starts(maybe.part());
                    if (own.isEmpty()) {
                        return Set.of();
                    }
                    all.addAll(own);
                }
                default -> {
                    Set<String> own = starts(part);
                    if (!own.isEmpty()) {
                        own = new HashSet<>(own);
                        own.addAll(all);
                    }
                    return own;
                }
            }
        }
        return Set.of();
    }
}
