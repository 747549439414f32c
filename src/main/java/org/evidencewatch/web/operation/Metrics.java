package org.evidencewatch.web.operation;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.job.Figures;
import org.evidencewatch.job.HouseFigures;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * All metrics as Prometheus reads them. However often it reads, the database is asked at most every 15 seconds, and for what
 * walks all citations every five minutes; nobody asks, nothing is looked at. What was found last stays while the database is
 * away, with its age.
 */
@Component
@ConditionalOnWebApplication
class Metrics {

    private static final Duration LIFETIME = Duration.ofSeconds(15);
    private static final Duration LIFETIME_OF_CITATIONS = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PrometheusMeterRegistry registry;
    private final AtomicBoolean up = new AtomicBoolean();
    private final Latest<Figures> figures;
    private final Latest<Objective> objective;

    Metrics(PrometheusMeterRegistry registry, HouseFigures house, Freshness freshness, Limits limits, Clock clock) {
        var gauges = new Gauges(registry, clock);
        this.registry = registry;
        this.figures = new Latest<>(
                () -> {
                    Figures read = house.read();
                    gauges.show(read);
                    return read;
                },
                LIFETIME,
                PATIENCE);
        this.objective = new Latest<>(
                () -> Objective.of(freshness.citations(), clock.instant(), limits.limit()),
                LIFETIME_OF_CITATIONS,
                PATIENCE);
        gauges.follow(up, figures, objective);
    }

    /** In the text format 0.0.4. Takes no longer than a few seconds, whatever the database does. */
    String scrape() {
        up.set(figures.fresh().isPresent());
        if (up.get()) {
            objective.fresh();
        }
        return registry.scrape();
    }
}
