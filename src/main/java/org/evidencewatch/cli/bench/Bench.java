package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.cli.bench.BenchReport.SiteFigures;

/**
 * Measures what a refresh costs beside the floor: a site and a database are made, both sides read every page in turn,
 * night after night, round after round. Dials loopback addresses only.
 */
public final class Bench {

    private Bench() {}

    /**
     * Carries out a plan. What it started has ended when it returns or throws, and what it wrote is gone.
     *
     * @throws IllegalStateException when a reading failed, or the measurement was stopped
     */
    public static BenchReport run(Plan plan, Steps steps) throws IOException, SQLException, InterruptedException {
        var machine = Machine.now();
        try (var workplace = Workplace.create()) {
            var site = SiteProcess.start(workplace, plan.shape(), plan.latency());
            var database = workplace.database();
            var ready = site.ready();
            var contest = new Contest(plan, steps, workplace, site, database);
            contest.prepare(Records.all(plan.shape(), ready.port()));
            var rounds = new ArrayList<Round>();
            for (int round = 1; round <= plan.rounds(); round++) {
                rounds.add(contest.round(round));
            }
            int pages = plan.shape().pages();
            var about = new SiteFigures(ready.characters() / pages, ready.wireOctets() / pages, database.about());
            return BenchReport.of(plan, machine, about, rounds, warnings(machine));
        }
    }

    private static List<String> warnings(Machine machine) {
        var warnings = new ArrayList<String>();
        if (machine.busy()) {
            warnings.add("The machine was busy at the start (load average %.2f on %d cores): trust the ratios more than"
                            .formatted(machine.loadAverage(), machine.cores())
                    + " the figures, and neither much.");
        }
        if (!Program.ofThisProcess().jar()) {
            warnings.add("The program does not run from its jar: class data was not shared, and starts take longer.");
        }
        return warnings;
    }
}
