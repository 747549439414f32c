package org.evidencewatch.fact;

/**
 * A length of time as a rule states it: "two weeks" and "14 days" are the same, "a month" and "30 days" are not.
 *
 * @param amount how many of the unit; zero for none at all
 */
public record Length(int amount, Unit unit) {

    /** Minutes, hours, days and weeks measure time; months and years count on the calendar; business days are neither. */
    public enum Unit {
        MINUTE(Family.TIME, 1, 1.0 / 1_440),
        HOUR(Family.TIME, 60, 1.0 / 24),
        DAY(Family.TIME, 1_440, 1),
        WEEK(Family.TIME, 10_080, 7),
        MONTH(Family.CALENDAR, 1, 30.4),
        YEAR(Family.CALENDAR, 12, 364.8),
        BUSINESS_DAY(Family.BUSINESS, 1, 1.4);

        private final Family family;
        private final int size;
        private final double days;

        Unit(Family family, int size, double days) {
            this.family = family;
            this.size = size;
            this.days = days;
        }
    }

    enum Family {
        TIME,
        CALENDAR,
        BUSINESS
    }

    static final Length NONE = new Length(0, Unit.DAY);

    /** Whole days or months, as in {@code P14D}, {@code P1M} or {@code 0}. */
    static Length parse(String text) {
        if (text.equals("0")) {
            return NONE;
        }
        int amount = Integer.parseInt(text.substring(1, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'D' -> new Length(amount, Unit.DAY);
            case 'M' -> new Length(amount, Unit.MONTH);
            default -> throw new IllegalArgumentException("'" + text + "' is no length of days or months");
        };
    }

    /** About how many days, for comparing lengths of different families. */
    public double days() {
        return amount * unit.days;
    }

    /** Which of two is longer, by days; to a hundredth of one. */
    int compareWith(Length other) {
        return Long.compare(Math.round(100 * days()), Math.round(100 * other.days()));
    }

    boolean same(Length other) {
        boolean none = amount == 0 && other.amount == 0;
        boolean equal =
                unit.family == other.unit.family && (long) amount * unit.size == (long) other.amount * other.unit.size;
        return none || equal;
    }

    /** ISO 8601, and {@code P5BD} for business days. */
    String text() {
        return switch (unit) {
            case MINUTE -> "PT" + amount + "M";
            case HOUR -> "PT" + amount + "H";
            case DAY -> "P" + amount + "D";
            case WEEK -> "P" + amount + "W";
            case MONTH -> "P" + amount + "M";
            case YEAR -> "P" + amount + "Y";
            case BUSINESS_DAY -> "P" + amount + "BD";
        };
    }
}
