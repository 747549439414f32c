package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a process has used since it began.
 *
 * @param cpu user and system time of the process, its JVM included, without children
 * @param peakRss most memory that it had resident, in KiB (Linux: VmHWM); unknown elsewhere
 */
public record Footprint(Duration cpu, Optional<Long> peakRss) {

    /** System property: the file into which a process writes its footprint as it ends. */
    static final String FILE = "evidence.footprint";

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    /** Writes down the footprint of this process, where somebody wants to know. */
    public static void leave() {
        String file = System.getProperty(FILE, "");
        if (!file.isEmpty()) {
            try {
                Files.writeString(Path.of(file), ofThisProcess().text());
            } catch (IOException e) {
                throw new UncheckedIOException("the footprint cannot be written to " + file, e);
            }
        }
    }

    /** Reads what another process left. */
    static Footprint read(Path file) throws IOException {
        String[] fields = Files.readString(file).strip().split(" ", -1);
        return new Footprint(
                Duration.ofMillis(Long.parseLong(fields[0])),
                fields.length > 1 ? Optional.of(Long.parseLong(fields[1])) : Optional.empty());
    }

    private static Footprint ofThisProcess() throws IOException {
        return new Footprint(
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO), peakRssOfThisProcess());
    }

    private static Optional<Long> peakRssOfThisProcess() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Optional.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                .findFirst();
    }

    private String text() {
        return cpu.toMillis() + peakRss.map(kib -> " " + kib).orElse("") + "\n";
    }
}
