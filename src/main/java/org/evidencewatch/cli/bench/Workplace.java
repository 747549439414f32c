package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.postgres.EmbeddedPostgres;

/**
 * Everything that a measurement starts and writes, to be ended and deleted with it, also when the JVM is told to end
 * meanwhile. Safe for use by several threads: the last to be started are the first to be ended.
 */
final class Workplace implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final String STOPPED = "the measurement was stopped";

    private final Path directory;
    private final Thread hook = new Thread(this::clear, "bench workplace");
    private final List<Process> processes = new ArrayList<>();
    private Optional<BenchDatabase> database = Optional.empty();
    private volatile boolean closed;

    private Workplace(Path directory) {
        this.directory = directory;
    }

    static Workplace create() throws IOException {
        var workplace = new Workplace(Files.createTempDirectory("evidence-bench-"));
        Runtime.getRuntime().addShutdownHook(workplace.hook);
        return workplace;
    }

    /** A file of that name, which need not be there yet. */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** Opens the database in a home of this place's own; whoever ends everything waits until it is open. */
    BenchDatabase database() throws SQLException {
        return database(System.getenv());
    }

    /** The same, whatever server the operator's settings name: always one in a home of this place's own. */
    BenchDatabase embedded() throws SQLException {
        return database(Map.of());
    }

    private synchronized BenchDatabase database(Map<String, String> environment) throws SQLException {
        requireOpen();
        var opened = BenchDatabase.open(file("home"), environment);
        database = Optional.of(opened);
        return opened;
    }

    /** Starts a process. Of the environment it sees everything but the program's own settings; of these it has only such. */
    synchronized Process start(ProcessBuilder builder, Map<String, String> settings) throws IOException {
        requireOpen();
        builder.environment().keySet().removeIf(name -> name.startsWith("EVIDENCE_"));
        builder.environment().putAll(settings);
        var process = builder.start();
        processes.removeIf(p -> !p.isAlive());
        processes.add(process);
        return process;
    }

    /** @throws IllegalStateException when everything here is being ended */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException(STOPPED);
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook has run, or does.
        }
    }

    private synchronized void clear() {
        if (closed) {
            return;
        }
        closed = true;
        processes.reversed().forEach(Workplace::end);
        try {
            closeDatabase();
        } finally {
            delete();
        }
    }

    private void closeDatabase() {
        try {
            if (database.isPresent()) {
                database.get().close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the measurement has left its schemas on the server", e);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void delete() {
        try (var files = Files.list(directory)) {
            EmbeddedPostgres.erase(file("home"));
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the measurement has left files in " + directory, e);
        }
    }
}
