package org.evidencewatch.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The agreement between the processes that share a cluster, in locks that the operating system drops when a process dies
 * however it dies: whoever starts or stops the server holds {@code start.lock} meanwhile, and whoever uses it shares
 * {@code use.lock}. One instance per process and home: closing any channel of a file drops all of a process's locks.
 */
final class Locks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel start;
    private final FileChannel use;
    private final Path directory;

    Locks(Path directory) throws IOException {
        this.directory = directory;
        this.start = open(directory.resolve("start.lock"));
        this.use = open(directory.resolve("use.lock"));
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** What one process at a time may do. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, SQLException, InterruptedException;
    }

    /** Does something while no other process starts or stops the server; waits for its turn. */
    <T> T alone(Work<T> work) throws IOException, SQLException, InterruptedException {
        FileLock turn = startOrStop();
        try {
            return work.run();
        } finally {
            turn.release();
        }
    }

    private FileLock startOrStop() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            FileLock lock = start.tryLock();
            if (lock != null) {
                return lock;
            }
            Thread.sleep(PAUSE);
        }
        throw new PostgresUnavailable(
                "Another process has been starting or stopping PostgreSQL in " + directory + " for "
                        + PATIENCE.toMinutes() + " minutes. Look for it (it holds start.lock), end it, and try again.");
    }

    /** Shares the server, until the lock is released or this process ends. Only {@link #alone}. */
    FileLock share() throws IOException {
        return use.lock(0, Long.MAX_VALUE, true);
    }

    /** Whether no process shares the server, this one having released its share. Only {@link #alone}. */
    boolean unused() throws IOException {
        Optional<FileLock> lock = Optional.ofNullable(use.tryLock());
        if (lock.isPresent()) {
            lock.get().release();
        }
        return lock.isPresent();
    }

    @Override
    public void close() throws IOException {
        try (start;
                use) {
            return;
        }
    }
}
