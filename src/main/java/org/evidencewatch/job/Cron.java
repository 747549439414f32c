package org.evidencewatch.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a job is due: the five fields of crontab(5), minute hour day-of-month month day-of-week, with Spring's extras
 * ({@code L}, {@code W}, {@code #}). Unlike crontab's, a day must satisfy both day fields.
 *
 * <p>When clocks change, what is due every hour goes on every hour. What is due at set hours is due once each day: a
 * time that the clocks skip comes as much later as they skipped, a time that comes twice counts the first time. (Left
 * to itself, {@link CronExpression} drops the skipped night and runs the doubled one twice.)
 */
final class Cron {

    private static final int FIELDS = 5;
    /** No zone has put its clocks forward by more. */
    private static final int WIDEST_GAP_HOURS = 24;

    private final CronExpression expression;
    private final ZoneId zone;
    private final boolean everyHour;

    private Cron(CronExpression expression, ZoneId zone, boolean everyHour) {
        this.expression = expression;
        this.zone = zone;
        this.everyHour = everyHour;
    }

    /** @throws IllegalArgumentException saying what is wrong with the text */
    static Cron parse(String text, ZoneId zone) {
        var fields = List.of(text.strip().split("\\s+", -1));
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("cron has the five fields minute hour day-of-month month day-of-week,"
                    + " but here are " + fields.size() + ": '" + text + "'");
        }
        var cron = new Cron(expression(text), zone, fields.get(1).startsWith("*"));
        if (cron.expression.next(LocalDateTime.of(2026, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException("cron '" + text + "' never comes due");
        }
        return cron;
    }

    /** The first due time after an instant; empty when there is none in the next years. */
    Optional<Instant> next(Instant after) {
        if (everyHour) {
            return Optional.ofNullable(expression.next(after.atZone(zone))).map(ZonedDateTime::toInstant);
        }
        var local = LocalDateTime.ofInstant(after, zone).minusHours(WIDEST_GAP_HOURS);
        var due = Optional.ofNullable(expression.next(local));
        while (due.isPresent() && !instant(due.get()).isAfter(after)) {
            due = Optional.ofNullable(expression.next(due.get()));
        }
        return due.map(this::instant);
    }

    /** Gaps shift to later, overlaps take the earlier offset: the rules of {@link LocalDateTime#atZone}. */
    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private static CronExpression expression(String text) {
        try {
            return CronExpression.parse("0 " + text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cron '" + text + "' is not valid: " + e.getMessage(), e);
        }
    }
}
