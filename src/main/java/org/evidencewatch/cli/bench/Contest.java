package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets the refresh and the floor read the same site in turn, each reading in a process of its own. */
final class Contest {

    /** Beside its readings a round has the import and two starts with nothing to do. */
    private static final int OTHER_STEPS = 3;

    /** Pages that bring in every class. */
    private static final int FEW = 100;

    private static final double KIB_PER_MIB = 1024;

    private final Plan plan;
    private final Steps steps;
    private final Workplace workplace;
    private final SiteProcess site;
    private final BenchDatabase database;
    private final Side refresh;
    private final Side floor;
    private List<Path> files = List.of();
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

    /** Writes what both sides read, and lets both read a little of it, so that the data of their classes are kept. */
    void prepare(Records records) throws IOException, SQLException, InterruptedException {
        begin("what both sides read");
        var few = records.first(FEW);
        few.writeUrls(workplace.file("few.txt"));
        records.writeUrls(workplace.file("all.txt"));
        Files.writeString(workplace.file("none.txt"), "");
        files = records.write(workplace, "all");
        site.show(plan.nights().getFirst().scene());
        database.empty();
        load(few.write(workplace, "few"));
        refresh.train("refresh", "--all", "--json");
        floor.train("bench-floor", path("few.txt"));
    }

    /** One round, from empty tables. */
    Round round(int number) throws IOException, SQLException, InterruptedException {
        String label = "round %d of %d, ".formatted(number, plan.rounds());
        begin(label + "import");
        database.empty();
        load(files);
        var nights = new ArrayList<Pair>();
        Optional<Pair> startUp = Optional.empty();
        for (Night night : plan.nights()) {
            site.show(night.scene());
            nights.add(night(label + night.name()));
            startUp = startUp.isPresent() ? startUp : Optional.of(startUp(label));
        }
        return new Round(startUp.orElseThrow(), nights);
    }

    private void load(List<Path> records) throws IOException, InterruptedException {
        var words =
                Stream.concat(Stream.of("import", "--json"), records.stream().map(Path::toString));
        refresh.runAside(words.toArray(String[]::new));
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
