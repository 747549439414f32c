package org.evidencewatch.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The program's processes for a generated desk, as a user starts them: the one that fills the database, the one that serves. */
final class DeskServer {

    private static final Pattern SERVES = Pattern.compile("serves (http://127\\.0\\.0\\.1:\\d+/)");

    private DeskServer() {}

    /** Fills the database; returns when that is done. */
    static void fill(Workplace place, Map<String, String> home, DeskShape shape, int cards, Consumer<String> steps)
            throws IOException, InterruptedException {
        var words = List.of(
                "bench-desk-fill",
                "--items=" + shape.items(),
                "--sources=" + shape.sources(),
                "--captures=" + shape.captures(),
                "--cards=" + cards);
        var process = start(place, home, words);
        String last = "";
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                if (line.startsWith(DeskFill.STEP)) {
                    steps.accept(line.substring(DeskFill.STEP.length()));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the database could not be filled: " + last);
        }
    }

    /** Serves the desk on a free port; returns when it answers. */
    static URI serve(Workplace place, Map<String, String> home) throws IOException {
        var lines = start(place, home, List.of("serve", "--port=0")).inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            var address = SERVES.matcher(line);
            if (address.find()) {
                Thread.ofVirtual().start(() -> drain(lines));
                return URI.create(address.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the pages were not served: " + said.toString().strip());
    }

    private static Process start(Workplace place, Map<String, String> home, List<String> words) throws IOException {
        return place.start(
                new ProcessBuilder(Program.ofThisProcess().command(List.of(), words)).redirectErrorStream(true), home);
    }

    /** A process whose words nobody takes would stop in the middle of one. */
    private static void drain(BufferedReader lines) {
        try (lines) {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // The process has ended, and its words with it.
        }
    }
}
