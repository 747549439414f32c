package org.evidencewatch.web.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.job.Figures;
import org.jspecify.annotations.Nullable;

/** Shows the figures of the house as gauges. Labels are jobs, states, lanes and kinds of alerts: few, and none from strangers. */
final class Gauges {

    private static final String SECONDS = "seconds";
    private static final double MILLIS = 1000;

    private final MeterRegistry registry;
    private final Clock clock;
    private final MultiGauge lastGood;
    private final MultiGauge lastGoodAge;
    private final MultiGauge runs;
    private final MultiGauge items;
    private final MultiGauge oldest;
    private final MultiGauge alerts;

    Gauges(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.lastGood = rows("evidence.job.last.good.run.timestamp", SECONDS, "When the job's last good run ended");
        this.lastGoodAge =
                rows("evidence.job.last.good.run.age", SECONDS, "How long ago the job's last good run ended");
        this.runs = rows("evidence.runs", "", "Runs on record by job and state");
        this.items = rows(
                "evidence.work.items.open", "", "Companies that wait for reviewers; one counts in each of its lanes");
        this.oldest = rows(
                "evidence.work.item.oldest.age", SECONDS, "How long the oldest open reason of the lane has waited");
        this.alerts = rows("evidence.alerts.open", "", "Open alerts by kind");
    }

    /** Single figures, each by what was found last; not a number while nothing was found. */
    void follow(AtomicBoolean up, Latest<Figures> figures, Latest<Objective> objective) {
        single(
                "evidence.database.up",
                "",
                "Whether the database answered the last time it was asked",
                () -> up.get() ? 1 : 0);
        single(
                "evidence.figures.age",
                SECONDS,
                "How old the figures of the house are",
                () -> figures.age().map(Gauges::seconds).orElse(Double.NaN));
        of(
                figures,
                "evidence.refresh.overdue",
                "",
                "Whether a refresh was due half a period ago and none completed since",
                f -> f.overdue() ? 1 : 0);
        of(
                figures,
                "evidence.last.refresh.attempted.pages",
                "",
                "Pages that the last completed refresh attempted",
                f -> f.pages().attempted());
        of(
                figures,
                "evidence.last.refresh.unverifiable.pages",
                "",
                "Pages of it that could not be read",
                f -> f.pages().unverifiable());
        of(figures, "evidence.outbox.undelivered", "", "Letters that nobody has got yet", Figures::undelivered);
        of(figures, "evidence.database.size", "bytes", "What the database takes on the disk", Figures::databaseBytes);
        of(objective, "evidence.citations", "", "Evidence citations that count", Objective::evidence);
        of(
                objective,
                "evidence.citations.confirmed",
                "",
                "Those confirmed within evidence.staleness.limit",
                Objective::within);
    }

    /** The rows of figures that have labels. */
    void show(Figures figures) {
        Instant now = clock.instant();
        lastGood.register(jobs(figures, at -> at.toEpochMilli() / MILLIS), true);
        lastGoodAge.register(jobs(figures, at -> seconds(Duration.between(at, now))), true);
        runs.register(
                figures.runs().stream()
                        .<Row<?>>map(r -> Row.of(Tags.of("job", r.job(), "state", r.state()), r.count()))
                        .toList(),
                true);
        items.register(lanes(figures, lane -> (double) lane.items()), true);
        oldest.register(
                lanes(
                        figures,
                        lane -> lane.oldest()
                                .map(at -> seconds(Duration.between(at, now)))
                                .orElse(0.0)),
                true);
        alerts.register(
                figures.alerts().entrySet().stream()
                        .<Row<?>>map(kind -> Row.of(Tags.of("kind", kind.getKey()), kind.getValue()))
                        .toList(),
                true);
    }

    private static List<Row<?>> jobs(Figures figures, Function<Instant, Double> figure) {
        return figures.lastGood().entrySet().stream()
                .<Row<?>>map((Map.Entry<String, Instant> job) ->
                        Row.of(Tags.of("job", job.getKey()), figure.apply(job.getValue())))
                .toList();
    }

    private static List<Row<?>> lanes(Figures figures, Function<Figures.Lane, Double> figure) {
        return figures.lanes().stream()
                .<Row<?>>map(lane -> Row.of(Tags.of("lane", lane.label()), figure.apply(lane)))
                .toList();
    }

    private MultiGauge rows(String name, String unit, String about) {
        return MultiGauge.builder(name)
                .baseUnit(orNone(unit))
                .description(about)
                .register(registry);
    }

    private <T> void of(Latest<T> latest, String name, String unit, String about, ToDoubleFunction<T> figure) {
        single(
                name,
                unit,
                about,
                () -> latest.found().map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private void single(String name, String unit, String about, Supplier<Number> figure) {
        Gauge.builder(name, figure).baseUnit(orNone(unit)).description(about).register(registry);
    }

    private static @Nullable String orNone(String unit) {
        return unit.isEmpty() ? null : unit;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
