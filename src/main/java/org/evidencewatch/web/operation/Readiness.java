package org.evidencewatch.web.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.job.HouseFigures;
import org.evidencewatch.job.Jobs;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out whether the program can do its work now, in a second or two at most. Safe for many threads. */
@Component
@ConditionalOnWebApplication
class Readiness {

    private static final String DATABASE = "database";
    private static final Duration LIFETIME = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient db;
    private final String version;
    private final Jobs jobs;
    private final HouseFigures figures;
    private final Latest<State> latest = new Latest<>(this::look, LIFETIME, PATIENCE);

    Readiness(JdbcClient db, Flyway flyway, Jobs jobs, HouseFigures figures) {
        this.db = db;
        this.version = Optional.ofNullable(flyway.info().current())
                .map(migration -> String.valueOf(migration.getVersion()))
                .orElse("0");
        this.jobs = jobs;
        this.figures = figures;
    }

    /** One thing that must be so. */
    record Check(String name, boolean ok, String detail) {}

    /**
     * How it stands.
     *
     * @param stale whether it could work, but no refresh has completed when one was due
     */
    record State(List<Check> checks, boolean stale) {

        State {
            checks = List.copyOf(checks);
        }

        boolean ready() {
            return checks.stream().allMatch(Check::ok);
        }

        /** Whether anybody can be looked up. */
        boolean database() {
            return checks.stream().anyMatch(check -> check.name().equals(DATABASE) && check.ok());
        }

        /** All that strangers learn. */
        String word() {
            return ready() ? stale ? "stale" : "ready" : "unready";
        }
    }

    State now() {
        return latest.fresh().orElseGet(Readiness::unreachable);
    }

    private State look() {
        return new State(List.of(new Check(DATABASE, true, "it answers"), migrated(), jobFiles()), figures.overdue());
    }

    private static State unreachable() {
        return new State(List.of(new Check(DATABASE, false, "it does not answer")), false);
    }

    /** Whether the version that this process started with is still in the table that Flyway keeps. */
    private Check migrated() {
        boolean there = db.sql("select count(*) from flyway_schema_history where success and version = :version")
                        .param("version", version)
                        .query(Integer.class)
                        .single()
                > 0;
        return new Check(
                "migrations",
                there,
                there ? "the schema is at version " + version : "version " + version + " is missing");
    }

    private Check jobFiles() {
        var errors = jobs.errors();
        return new Check(
                "job files", errors.isEmpty(), errors.isEmpty() ? "all are valid" : "jobs/" + errors.getFirst());
    }
}
