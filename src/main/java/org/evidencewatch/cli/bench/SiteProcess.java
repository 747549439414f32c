package org.evidencewatch.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The site's process, seen from the one that measures. */
final class SiteProcess {

    private static final int MIB_AT_LEAST = 96;
    private static final int KIB_PER_PAGE = 48;

    private final Process process;
    private final Path err;
    private final PrintWriter out;
    private final BufferedReader in;

    private SiteProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
        out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        in = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it; {@link #ready} waits for its pages. */
    static SiteProcess start(Workplace workplace, SiteShape shape, Duration latency) throws IOException {
        int mib = MIB_AT_LEAST + shape.pages() * KIB_PER_PAGE / 1024;
        // One thread carries all connections, and is compiled fast: the cores are for those that are measured.
        var jvm = List.of("-Xmx" + mib + "m", "-XX:TieredStopAtLevel=1", "-Djdk.virtualThreadScheduler.parallelism=1");
        var words = List.of(
                "bench-site",
                "--pages=" + shape.pages(),
                "--hosts=" + shape.hosts(),
                "--seed=" + shape.seed(),
                "--latency=" + latency);
        Path err = workplace.file("site.log");
        var builder = new ProcessBuilder(Program.ofThisProcess().command(jvm, words)).redirectError(err.toFile());
        return new SiteProcess(workplace.start(builder, Map.of()), err);
    }

    /** Waits until the site listens. */
    SiteConsole.Ready ready() throws IOException {
        return SiteConsole.JSON.readValue(line(), SiteConsole.Ready.class);
    }

    /** From now on the site is like that. */
    void show(Scene scene) throws IOException {
        out.println(SiteConsole.JSON.writeValueAsString(scene));
        line();
    }

    /** What it answered since the last call. */
    Tally tally() throws IOException {
        out.println(SiteConsole.TALLY);
        return SiteConsole.JSON.readValue(line(), Tally.class);
    }

    /** Its own CPU time up to now. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the site has ended: " + Files.readString(err).strip());
        }
        return line;
    }
}
