package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lets the refresh and the floor read the same site in turn, each reading in a process of its own. */
final class Contest {

    /** Beside its readings a round has the import and two starts with nothing to do. */
    private static final int OTHER_STEPS = 3;

    private static final int WARM_UP_PAGES = 100;
    private static final double KIB_PER_MIB = 1024;

    private final Plan plan;
    private final Steps steps;
    private final Workplace workplace;
    private final SiteProcess site;
    private final BenchDatabase database;
    private final Side refresh;
    private final Side floor;
    private int begun;

    Contest(Plan plan, Steps steps, Workplace workplace, SiteProcess site, BenchDatabase database) {
        this.plan = plan;
        this.steps = steps;
        this.workplace = workplace;
        this.site = site;
        this.database = database;
        var settings = new HashMap<>(database.environmentOfHouse());
        settings.put("EVIDENCE_FETCH_HOST_DELAY", "PT0S");
        settings.put("EVIDENCE_FETCH_ALLOWED_ADDRESSES", "127.0.0.0/8");
        refresh = new Side(workplace, "refresh", settings);
        floor = new Side(workplace, "floor", database.environmentOfFloor());
    }

    /**
     * Writes what both sides read. Where class data can be shared, each side reads a few pages once and leaves its own, as
     * on a machine on which the program has run before.
     */
    void prepare(Records records) throws IOException, SQLException, InterruptedException {
        begin("what both sides read");
        int pages = plan.shape().pages();
        records.write(workplace.file("all.json"), pages);
        records.writeUrls(workplace.file("all.txt"), pages);
        records.writeUrls(workplace.file("none.txt"), 0);
        if (Program.ofThisProcess().jar()) {
            records.write(workplace.file("few.json"), WARM_UP_PAGES);
            records.writeUrls(workplace.file("few.txt"), WARM_UP_PAGES);
            database.empty();
            refresh.runQuickly("import", "--json", path("few.json"));
            refresh.runFirst("refresh", "--all", "--json");
            floor.runFirst("bench-floor", path("few.txt"));
        }
    }

    /** One round, from empty tables. */
    Round round(int number) throws IOException, SQLException, InterruptedException {
        String label = "round %d of %d, ".formatted(number, plan.rounds());
        begin(label + "import");
        database.empty();
        refresh.runQuickly("import", "--json", path("all.json"));
        var nights = new ArrayList<Pair>();
        Optional<Pair> startUp = Optional.empty();
        for (Night night : plan.nights()) {
            site.show(night.scene());
            nights.add(night(label + night.name()));
            startUp = startUp.isPresent() ? startUp : Optional.of(startUp(label));
        }
        return new Round(startUp.orElseThrow(), nights);
    }

    private Pair night(String label) throws IOException, InterruptedException {
        begin(label + ", refresh");
        var first = sample(refresh, "refresh", "--all", "--json");
        begin(label + ", floor");
        return new Pair(first, sample(floor, "bench-floor", path("all.txt")));
    }

    /** After a night nothing is due for 20 hours: the refresh starts, looks, and ends. */
    private Pair startUp(String label) throws IOException, InterruptedException {
        begin(label + "refresh with nothing due");
        var first = sample(refresh, "refresh", "--json");
        begin(label + "floor with no pages");
        return new Pair(first, sample(floor, "bench-floor", path("none.txt")));
    }

    private Sample sample(Side side, String... words) throws IOException, InterruptedException {
        var postgres = database.cpu();
        var ofSite = site.cpu();
        site.tally();
        var ended = side.run(words);
        return new Sample(
                Rounded.seconds(ended.wall()),
                Rounded.seconds(ended.footprint().cpu()),
                database.cpu().flatMap(now -> postgres.map(before -> Rounded.seconds(now.minus(before)))),
                Rounded.seconds(site.cpu().minus(ofSite)),
                ended.footprint().peakRss().map(kib -> Rounded.of(kib / KIB_PER_MIB)),
                site.tally(),
                numbers(ended));
    }

    private String path(String file) {
        return workplace.file(file).toString();
    }

    private static Map<String, Long> numbers(Ended ended) {
        var numbers = new HashMap<String, Long>();
        ended.output().properties().forEach(property -> {
            if (property.getValue().isIntegralNumber() && !property.getKey().equals("run")) {
                numbers.put(property.getKey(), property.getValue().asLong());
            }
        });
        return numbers;
    }

    private void begin(String what) {
        steps.begin(
                what,
                begun,
                1 + plan.rounds() * (OTHER_STEPS + 2 * plan.nights().size()));
        begun++;
    }
}
