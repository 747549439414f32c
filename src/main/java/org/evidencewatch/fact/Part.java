package org.evidencewatch.fact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a {@link Phrase} is made of. */
sealed interface Part {

    /**
     * One of several words and marks.
     *
     * @param names all of them, prefixes with their asterisk
     * @param set those that are no prefixes
     * @param prefixes without the asterisk
     */
    record Symbol(List<String> names, Set<String> set, List<String> prefixes) implements Part {

        static Symbol of(List<String> names) {
            return new Symbol(
                    List.copyOf(names),
                    names.stream().filter(name -> !isPrefix(name)).collect(Collectors.toSet()),
                    names.stream()
                            .filter(Symbol::isPrefix)
                            .map(name -> name.substring(0, name.length() - 1))
                            .toList());
        }

        private static boolean isPrefix(String name) {
            return name.length() > 1 && name.endsWith("*");
        }
    }

    record Gap(int most, boolean withinClause) implements Part {}

    record Not(Part part) implements Part {}

    record Maybe(Part part) implements Part {}

    record Either(List<Part> parts) implements Part {}

    record Row(List<Part> parts) implements Part {}

    record Start() implements Part {}
}
