package org.evidencewatch.fact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fact as {@link Fact#told} words it, taken apart again: what is kept of a change in words can so be laid beside a claim.
 *
 * @param value such as "14 days", in the words of {@link Fact#told}
 */
public record ToldFact(Role role, String value, Optional<String> scope) {

    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .collect(Collectors.toMap(role -> role.word().replace('_', ' '), Function.identity()));

    private static final Pattern FORM = Pattern.compile("("
            + ROLES.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .collect(Collectors.joining("|"))
            + ") ([^()]+?)(?: \\((.+)\\))?");

    /** The fact so told; empty for other words. */
    public static Optional<ToldFact> of(String told) {
        Matcher form = FORM.matcher(told);
        return form.matches()
                ? Optional.of(new ToldFact(roleOf(form.group(1)), form.group(2), Optional.ofNullable(form.group(3))))
                : Optional.empty();
    }

    /** What a fact is when it is told. */
    public static ToldFact of(Fact fact) {
        return new ToldFact(fact.role(), FactWords.of(fact.value()), fact.scope());
    }

    /** Whether both state the same, for whichever group. */
    public boolean sameValue(ToldFact other) {
        return role == other.role && value.equals(other.value);
    }

    /** As a sentence of its own: "Refund window: 14 days.". */
    public String sentence() {
        String words = role.word().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ": " + value + ".";
    }

    private static Role roleOf(String words) {
        return Optional.ofNullable(ROLES.get(words)).orElseThrow();
    }
}
