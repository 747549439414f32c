package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of the two that are measured: a command of this program, each time in a process of its own.
 *
 * @param name names its files
 * @param settings its environment variables
 */
record Side(Workplace workplace, String name, Map<String, String> settings) {

    private static final Program PROGRAM = Program.ofThisProcess();

    private static final int SHOWN_LINES = 10;

    /**
     * Carries out a command and waits for its end.
     *
     * @throws IllegalStateException with the end of what it said, when it failed
     */
    Ended run(String... words) throws IOException, InterruptedException {
        return run(Files.exists(archive()) ? List.of("-XX:SharedArchiveFile=" + archive()) : List.of(), List.of(words));
    }

    /** The same, unmeasured, of a command that ends soon and is compiled accordingly. */
    void runAside(String... words) throws IOException, InterruptedException {
        run(List.of("-XX:TieredStopAtLevel=1"), List.of(words));
    }

    /**
     * The same, unmeasured: it leaves the data of its classes to all later processes of this side, where they come in a
     * jar. The launcher does that for every command.
     */
    void train(String... words) throws IOException, InterruptedException {
        run(PROGRAM.jar() ? List.of("-XX:ArchiveClassesAtExit=" + archive()) : List.of(), List.of(words));
    }

    private Ended run(List<String> jvm, List<String> words) throws IOException, InterruptedException {
        Path out = workplace.file(name + ".json");
        Path err = workplace.file(name + ".log");
        Path footprint = workplace.file(name + ".footprint");
        var more = new ArrayList<>(jvm);
        more.add("-D" + Footprint.FILE + "=" + footprint);
        var builder = new ProcessBuilder(PROGRAM.command(more, words))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        long start = System.nanoTime();
        int code = workplace.start(builder, settings).waitFor();
        var wall = Duration.ofNanos(System.nanoTime() - start);
        workplace.requireOpen();
        if (code != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(String.join(" ", words), code, end(Files.readString(err))));
        }
        return new Ended(SiteConsole.JSON.readTree(Files.readString(out)), wall, Footprint.read(footprint));
    }

    private Path archive() {
        return workplace.file(name + ".jsa");
    }

    private static String end(String text) {
        var lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }
}
