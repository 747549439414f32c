package org.evidencewatch.job;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.snapshot.Retention;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what nobody needs any more, and says how the database grows. Each part in a transaction of its own. */
@Component
final class HousekeepingJob implements NamedJob {

    private static final String ENGINE_RECORDS = "engine-records";
    private static final String NOTES = "notes";
    private static final String UNCITED_PAGES = "uncited-pages";

    /** What is kept at least: a run must not lose what it is gone on with by, a reviewer not what was just seen. */
    private static final Duration SHORTEST = Duration.ofDays(7);

    private static final Map<String, Duration> USUAL = Map.of(
            ENGINE_RECORDS, Duration.ofDays(90), NOTES, Duration.ofDays(400), UNCITED_PAGES, Duration.ofDays(400));

    private final OneStepJobs jobs;
    private final EngineRecords engine;
    private final DueTimes dueTimes;
    private final Retention retention;
    private final DatabaseGrowth growth;
    private final TransactionTemplate transaction;

    HousekeepingJob(
            OneStepJobs jobs,
            EngineRecords engine,
            DueTimes dueTimes,
            Retention retention,
            DatabaseGrowth growth,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.engine = engine;
        this.dueTimes = dueTimes;
        this.retention = retention;
        this.growth = growth;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public Optional<String> objection(String parameter, String value) {
        if (!USUAL.containsKey(parameter)) {
            return NamedJob.super.objection(parameter, value);
        }
        try {
            return Optional.of("%s is at least %s".formatted(parameter, SHORTEST))
                    .filter(why -> Duration.parse(value).compareTo(SHORTEST) < 0);
        } catch (DateTimeException e) {
            return Optional.of("%s is a duration, as P90D".formatted(parameter));
        }
    }

    @Override
    public JobOutcome run(Map<String, String> parameters) {
        return jobs.run(name(), parameters, asOf -> clear(parameters, asOf));
    }

    private String clear(Map<String, String> parameters, Instant asOf) {
        int records = engine.removeBefore(before(ENGINE_RECORDS, parameters, asOf));
        int notes = dueTimes.removeBefore(before(NOTES, parameters, asOf));
        var pages =
                transaction.execute(status -> retention.removeUncited(before(UNCITED_PAGES, parameters, asOf), asOf));
        return "removed: %,d runs of the engine, %,d notes, %,d stored pages (%,d octets); %s"
                .formatted(
                        records,
                        notes,
                        pages.pages(),
                        pages.freed(),
                        growth.at(asOf).words());
    }

    private static Instant before(String kind, Map<String, String> parameters, Instant asOf) {
        Duration kept = Optional.ofNullable(parameters.get(kind))
                .map(Duration::parse)
                .or(() -> Optional.ofNullable(USUAL.get(kind)))
                .orElseThrow();
        return asOf.minus(kept);
    }
}
