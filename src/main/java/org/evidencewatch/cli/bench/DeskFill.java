package org.evidencewatch.cli.bench;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Readings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills an empty database of the program with a generated desk, through its constraints and triggers, by one statement a matter. */
public final class DeskFill {

    /** Begins each line that tells of a step, among what else a process says. */
    static final String STEP = "step: ";

    /** How many steps there are beside the nights. */
    static final int OTHER_STEPS = 6;

    private final DataSource database;
    private final Readings readings;
    private final Extractions extractions;
    private final Clock clock;
    private final Consumer<String> steps;

    /**
     * A filling that has not begun.
     *
     * @param database on a server of this measurement's own, which it owns
     * @param clock its time is the morning after the last night
     * @param steps told what comes next
     */
    public DeskFill(
            DataSource database, Readings readings, Extractions extractions, Clock clock, Consumer<String> steps) {
        this.database = database;
        this.readings = readings;
        this.extractions = extractions;
        this.clock = clock;
        this.steps = step -> steps.accept(STEP + step);
    }

    /**
     * Writes all of it.
     *
     * @param cards how many items have whole pages to compare
     */
    public void run(DeskShape shape, int cards) {
        var db = JdbcClient.create(database);
        Instant now = clock.instant();
        var script = new DeskScript(database, shape, now, readings.version());
        steps.accept("companies, claims and citations");
        DeskIndex.write(script);
        DeskNights.runs(script);
        steps.accept("whole pages");
        var bodies = new DeskBodies(db);
        bodies.write(cards, now);
        for (int night = 1; night <= shape.nights(); night++) {
            steps.accept("night %d of %d".formatted(night, shape.nights()));
            DeskNights.night(script, shape, night);
            if (night == 1) {
                db.sql("analyze").update();
            }
        }
        steps.accept("figures of the runs");
        db.sql("analyze").update();
        DeskNights.finish(script);
        steps.accept("changes, work items and claims");
        DeskQueue.write(script);
        steps.accept("extractions");
        bodies.read(readings, extractions);
        db.sql("drop schema bench_fill cascade").update();
        steps.accept("statistics");
        db.sql("vacuum analyze").update();
    }
}
