package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The CPU time of a PostgreSQL server on this machine: that of its postmaster, of the processes that it has now, and of
 * those that have ended (Linux: /proc/PID/stat).
 *
 * @param postmaster its process
 */
record PostgresCpu(ProcessHandle postmaster) {

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    /** Linux counts in these, whatever its kernel was built with. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** That of the server that is asked; nothing where it runs elsewhere, or where there is no /proc. */
    static Optional<PostgresCpu> of(JdbcClient server) {
        boolean here = server.sql("select coalesce(host(inet_server_addr()) like '127.%', true)")
                .query(Boolean.class)
                .single();
        long backend = server.sql("select pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(backend)
                .filter(process -> here && isPostgres(process))
                .flatMap(ProcessHandle::parent)
                .map(PostgresCpu::new);
    }

    /** What was used since the server began. */
    Duration used() {
        return postmaster.children().map(child -> time(child, USER, SYSTEM)).reduce(total(), Duration::plus);
    }

    private Duration total() {
        return time(postmaster, USER, SYSTEM, ENDED_USER, ENDED_SYSTEM);
    }

    /** A process that has ended meanwhile counts among the ended ones. */
    private static Duration time(ProcessHandle process, int... fields) {
        try {
            String stat = Files.readString(file(process, "stat"));
            // The second field, a name in brackets, may have spaces; the rest is numbers.
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var time = Duration.ZERO;
            for (int field : fields) {
                time = time.plus(TICK.multipliedBy(Long.parseLong(rest[field])));
            }
            return time;
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        try {
            return Files.readString(file(process, "comm")).strip().equals("postgres");
        } catch (IOException noSuchProcess) {
            return false;
        }
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }
}
