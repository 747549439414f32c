package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evidencewatch.cli.bench.DeskVisitor.Visit;
import org.evidencewatch.review.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how fast the reviewers' pages answer over a generated database, beside a static file. The database, always the embedded
 * one, and the program's processes are of this measurement's own; dials 127.0.0.1 only.
 */
public final class DeskBench {

    private static final int WARM_UP = 20;
    private static final double BUSY_AT_THE_END = 1.5;

    private DeskBench() {}

    /**
     * Carries it out. What it started has ended when it returns or throws, and what it wrote is gone.
     *
     * @param requests for each page, one after another, the pages in turn
     */
    public static DeskReport run(DeskShape shape, int requests, Steps steps)
            throws IOException, SQLException, InterruptedException {
        var machine = Machine.now();
        int all = shape.nights() + DeskFill.OTHER_STEPS + 1;
        try (var workplace = Workplace.create()) {
            var database = workplace.embedded();
            var home = database.environmentOfHouse();
            var done = new int[] {0};
            long start = System.nanoTime();
            DeskServer.fill(workplace, home, shape, requests, step -> steps.begin(step, done[0]++, all));
            double seconds = Rounded.of((System.nanoTime() - start) / 1e9);
            steps.begin("asking for pages", done[0], all);
            var db = database.jdbc();
            var desk = DeskServer.serve(workplace, home);
            String password = Files.readString(workplace.file("home").resolve(Accounts.PASSWORD_FILE))
                    .strip();
            var visitor = DeskVisitor.at(desk, Accounts.FIRST, password);
            var visits = visits(visitor, db, DeskPages.of(db, visitor, requests), requests);
            return report(shape, machine, seconds, size(db), requests, visits);
        }
    }

    private static Map<String, List<Visit>> visits(
            DeskVisitor visitor, JdbcClient db, List<DeskPage> pages, int requests) throws IOException {
        var visits = new LinkedHashMap<String, List<Visit>>();
        int warmUp = Math.min(WARM_UP, requests);
        for (int request = -warmUp; request < requests; request++) {
            for (DeskPage page : pages) {
                if (page.writtenBefore()) {
                    write(db);
                }
                Visit visit = visitor.visit(page.path(Math.floorMod(request, requests)));
                if (request >= 0) {
                    visits.computeIfAbsent(page.name(), name -> new ArrayList<>())
                            .add(visit);
                }
            }
        }
        return visits;
    }

    /** A transaction that counts as a write, so that nothing which was remembered of the database is good any longer. */
    private static void write(JdbcClient db) {
        db.sql("select pg_current_xact_id()::text").query(String.class).single();
    }

    private static long size(JdbcClient db) {
        return db.sql("select pg_database_size(current_database()) / 1048576")
                .query(Long.class)
                .single();
    }

    private static DeskReport report(
            DeskShape shape, Machine machine, double seconds, long mib, int requests, Map<String, List<Visit>> visits) {
        double load = Machine.now().loadAverage();
        var problems = new ArrayList<String>();
        visits.forEach((page, all) -> {
            var others = new TreeSet<>(all.stream()
                    .map(Visit::status)
                    .filter(status -> status != 200)
                    .toList());
            if (!others.isEmpty()) {
                problems.add(page + " answered " + others);
            }
        });
        return new DeskReport(
                shape,
                machine,
                seconds,
                mib,
                requests,
                load,
                visits.entrySet().stream()
                        .map(page -> DeskReport.Line.of(page.getKey(), page.getValue()))
                        .toList(),
                problems,
                load > BUSY_AT_THE_END
                        ? List.of(
                                "The machine was busy (load average %.2f at the end, of which about 1 is ours): compare with the static file."
                                        .formatted(load))
                        : List.of());
    }
}
