package org.evidencewatch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of the server that has, or had, a data directory open. The file outlives a server
 * that was killed, and its number may by then be somebody else's process.
 */
record Postmaster(long pid, int port) {

    /** Who bears the number now. */
    enum Holder {
        NOBODY,
        POSTGRES,
        STRANGER
    }

    // Above every system's largest process number, so it is never alive.
    private static final String NOBODYS_NUMBER = String.valueOf(Integer.MAX_VALUE);
    private static final int LINE_OF_PORT = 3;

    /** Reads the file; empty when there is none, or when the server has not yet written as far as its port. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.size() <= LINE_OF_PORT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.getFirst().strip()),
                    Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
        } catch (NumberFormatException e) {
            throw new IOException(file(data) + " is not a file that PostgreSQL wrote: " + e.getMessage(), e);
        }
    }

    /** Tells whether the process of that number is the server of this data directory. */
    Holder holder(Path data) {
        Optional<ProcessHandle.Info> process =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info);
        if (process.isEmpty()) {
            return Holder.NOBODY;
        }
        String[] arguments = process.get().arguments().orElse(new String[0]);
        String program = process.get().command().orElse("");
        return program.endsWith("/postgres") && Arrays.asList(arguments).contains(data.toString())
                ? Holder.POSTGRES
                : Holder.STRANGER;
    }

    /**
     * Takes a stranger's number out of the file, so that PostgreSQL does not refuse to start because of it. The rest
     * stays: it leads PostgreSQL to the shared memory in which orphaned workers of the old server may still write.
     */
    static void disown(Path data) throws IOException {
        List<String> lines = lines(data);
        if (!lines.isEmpty()) {
            lines.set(0, NOBODYS_NUMBER);
            Files.write(file(data), lines);
        }
    }

    private static List<String> lines(Path data) throws IOException {
        try {
            return new ArrayList<>(Files.readAllLines(file(data)));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
