package org.evidencewatch.fact;

import java.util.Locale;
import java.util.stream.Collectors;

/** Facts as people say them: "refund window 14 days (annual)". */
final class FactWords {

    private FactWords() {}

    static String of(Fact fact) {
        String stated = words(fact.role().word()) + " " + of(fact.value());
        return fact.scope().map(scope -> stated + " (" + scope + ")").orElse(stated);
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Duration duration -> duration(duration);
            case Value.Amount amount -> amount.amount().signum() == 0 ? "nothing" : amount.text();
            case Value.Flag flag -> flag(flag);
            case Value.Channels ways ->
                ways.channels().stream().sorted().map(way -> words(way.word())).collect(Collectors.joining(", "));
        };
    }

    private static String flag(Value.Flag flag) {
        return switch (flag) {
            case YES -> "yes";
            case NO -> "no";
            case CONDITIONAL -> "on conditions";
        };
    }

    private static String duration(Value.Duration duration) {
        if (duration.low().same(duration.high())) {
            return length(duration.high());
        }
        boolean alike = duration.low().unit() == duration.high().unit();
        String low = alike ? String.valueOf(duration.low().amount()) : length(duration.low());
        return low + " to " + length(duration.high());
    }

    private static String length(Length length) {
        return length.amount() + " " + words(length.unit().name().toLowerCase(Locale.ROOT))
                + (length.amount() == 1 ? "" : "s");
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
