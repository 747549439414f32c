package org.evidencewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.evidencewatch.cli.bench.Floor;
import org.evidencewatch.cli.bench.FloorTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One night of the floor, in the process that {@code bench} starts for it. */
@Command(name = "bench-floor", hidden = true, description = "Reads the pages of a file in the cheapest way.")
final class BenchFloorCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var urls = Files.readAllLines(file).stream().map(URI::create).toList();
        try (var tables = FloorTables.open(System.getenv())) {
            evidence.json(Floor.run(urls, tables));
        }
        return Evidence.DONE;
    }
}
