package org.evidencewatch.fact;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a fact states. */
public sealed interface Value {

    /** As it stands in files. */
    String text();

    /** Whether both state the same, in whatever units. */
    boolean same(Value other);

    /** Which of two is more; 0 also where they cannot be compared. */
    int compareWith(Value other);

    /** From the one to the other: "5 to 10 days"; both ends are the same for a single length. */
    record Duration(Length low, Length high) implements Value {

        static Duration of(Length length) {
            return new Duration(length, length);
        }

        @Override
        public String text() {
            return low.same(high) ? high.text() : low.text() + "/" + high.text();
        }

        @Override
        public boolean same(Value other) {
            return other instanceof Duration d && low.same(d.low) && high.same(d.high);
        }

        /** By the upper end, then by the lower. */
        @Override
        public int compareWith(Value other) {
            if (!(other instanceof Duration d)) {
                return 0;
            }
            int upper = high.compareWith(d.high);
            return upper == 0 ? low.compareWith(d.low) : upper;
        }
    }

    /**
     * Money or a share of it.
     *
     * @param currency ISO 4217, or {@code %}
     */
    record Amount(String currency, BigDecimal amount) implements Value {

        static final Amount NONE = new Amount("", BigDecimal.ZERO);

        static Amount share(int percent) {
            return new Amount("%", BigDecimal.valueOf(percent));
        }

        @Override
        public String text() {
            if (amount.signum() == 0) {
                return "0";
            }
            String number = amount.stripTrailingZeros().toPlainString();
            return currency.equals("%") ? number + "%" : currency + " " + number;
        }

        @Override
        public boolean same(Value other) {
            return other instanceof Amount a
                    && amount.compareTo(a.amount) == 0
                    && (amount.signum() == 0 || currency.equals(a.currency));
        }

        @Override
        public int compareWith(Value other) {
            boolean comparable = other instanceof Amount a
                    && (currency.equals(a.currency) || amount.signum() == 0 || a.amount.signum() == 0);
            return comparable ? amount.compareTo(((Amount) other).amount) : 0;
        }
    }

    /** Whether something is so. */
    enum Flag implements Value {
        NO,
        CONDITIONAL,
        YES;

        @Override
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public boolean same(Value other) {
            return this == other;
        }

        @Override
        public int compareWith(Value other) {
            return other instanceof Flag flag ? compareTo(flag) : 0;
        }

        Flag negated() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case CONDITIONAL -> CONDITIONAL;
            };
        }
    }

    /** Ways that lead to the same. */
    record Channels(Set<Channel> channels) implements Value {

        public Channels {
            channels = Set.copyOf(channels);
        }

        @Override
        public String text() {
            return EnumSet.copyOf(channels).stream().map(Channel::word).collect(Collectors.joining(", "));
        }

        @Override
        public boolean same(Value other) {
            return equals(other);
        }

        /** Those of these ways that others are not. */
        Set<Channel> without(Channels others) {
            return channels.stream()
                    .filter(way -> !others.channels.contains(way))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** More ways are more; else the easiest way of each side counts. */
        @Override
        public int compareWith(Value other) {
            if (!(other instanceof Channels c)) {
                return 0;
            }
            if (equals(c)) {
                return 0;
            }
            if (channels.containsAll(c.channels)) {
                return 1;
            }
            return c.channels.containsAll(channels) ? -1 : c.easiest().compareTo(easiest());
        }

        Channel.Tier easiest() {
            return channels.stream()
                    .map(Channel::tier)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
