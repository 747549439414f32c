package org.evidencewatch.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Value;

/** What a rubric asks of the value of a fact. */
sealed interface Requirement {

    /** Whether a value meets it. */
    boolean isMetBy(Value value);

    /** As a person says it, after the name of the role. */
    String words();

    /** That it is stated, whatever it says. */
    record Stated() implements Requirement {

        @Override
        public boolean isMetBy(Value value) {
            return true;
        }

        @Override
        public String words() {
            return "stated";
        }
    }

    /** Which of yes, no and "on conditions" it says. */
    record Says(Set<Value.Flag> flags) implements Requirement {

        public Says {
            flags = Set.copyOf(flags);
        }

        @Override
        public boolean isMetBy(Value value) {
            return value instanceof Value.Flag flag && flags.contains(flag);
        }

        @Override
        public String words() {
            return flags.stream()
                    .sorted(Comparator.reverseOrder())
                    .map(flag -> flag == Value.Flag.CONDITIONAL ? "on conditions" : flag.text())
                    .collect(Collectors.joining(" or "));
        }
    }

    /** That one of these ways is open. */
    record AnyOf(Set<Channel> ways) implements Requirement {

        public AnyOf {
            ways = Set.copyOf(ways);
        }

        @Override
        public boolean isMetBy(Value value) {
            return value instanceof Value.Channels open
                    && open.channels().stream().anyMatch(ways::contains);
        }

        @Override
        public String words() {
            return ways.stream()
                    .sorted()
                    .map(way -> way.word().replace('_', ' '))
                    .collect(Collectors.joining(" or "));
        }
    }

    /** How a value stands to a limit. */
    enum Relation {
        AT_LEAST,
        OVER,
        AT_MOST,
        UNDER;

        /** The key in files, such as {@code at_least}. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether more meets it where less does. */
        boolean upwards() {
            return this == AT_LEAST || this == OVER;
        }

        private boolean holds(int sign) {
            return switch (this) {
                case AT_LEAST -> sign >= 0;
                case OVER -> sign > 0;
                case AT_MOST -> sign <= 0;
                case UNDER -> sign < 0;
            };
        }
    }

    /**
     * How long, or how much.
     *
     * @param limit days of a length of time, of which the longer end counts; percent of a share. A sum in a currency is
     *     compared with nothing but zero
     */
    record Bound(Relation relation, BigDecimal limit) implements Requirement {

        private static final int HUNDREDTHS = 2;

        @Override
        public boolean isMetBy(Value value) {
            return switch (value) {
                case Value.Duration time -> relation.holds(days(time).compareTo(limit));
                case Value.Amount amount ->
                    comparable(amount) && relation.holds(amount.amount().compareTo(limit));
                case Value.Flag flag -> false;
                case Value.Channels ways -> false;
            };
        }

        private boolean comparable(Value.Amount amount) {
            return amount.currency().equals("%") || amount.amount().signum() == 0 || limit.signum() == 0;
        }

        private static BigDecimal days(Value.Duration time) {
            return BigDecimal.valueOf(Math.round(100 * time.high().days()), HUNDREDTHS);
        }

        @Override
        public String words() {
            return relation.key().replace('_', ' ') + " "
                    + limit.stripTrailingZeros().toPlainString();
        }
    }
}
