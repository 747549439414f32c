package org.evidencewatch.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.evidencewatch.cli.bench.DeskFill;
import org.evidencewatch.cli.bench.DeskShape;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Readings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Fills the database of {@code bench desk}, in the process that it starts for that; a line for each step. */
@Command(name = "bench-desk-fill", hidden = true, description = "Fills an empty home with a generated desk.")
final class BenchDeskFillCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Option(names = "--items", required = true)
    private int items;

    @Option(names = "--sources", required = true)
    private int sources;

    @Option(names = "--captures", required = true)
    private int captures;

    @Option(names = "--cards", required = true)
    private int cards;

    @Override
    public Integer call() {
        try (var house = evidence.open()) {
            new DeskFill(
                            house.getBean(DataSource.class),
                            house.getBean(Readings.class),
                            house.getBean(Extractions.class),
                            house.getBean(Clock.class),
                            evidence.out()::println)
                    .run(new DeskShape(items, sources, captures), cards);
        }
        return Evidence.DONE;
    }
}
