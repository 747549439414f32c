package org.evidencewatch.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data directory and the server on it: made, started and stopped with PostgreSQL's own programs. */
record Cluster(Layout layout, Path binaries, Account account) {

    private static final Duration INITDB_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PG_CTL_PATIENCE = Duration.ofMinutes(2);
    private static final long LARGEST_LOG_BYTES = 1_000_000;
    // pg_ctl hands the paths to a shell within double quotes.
    private static final List<String> NOT_IN_PATHS = List.of("\"", "$", "`", "\\", "\n");

    /** Prepares to run the cluster of a home on this machine; makes neither cluster nor server. */
    static Cluster prepare(Layout found, Account account) throws IOException {
        Layout layout = found.reachableBy(account);
        if (NOT_IN_PATHS.stream().anyMatch(layout.server().toString()::contains)) {
            throw new PostgresUnavailable("PostgreSQL cannot run in " + layout.server()
                    + ": set EVIDENCE_HOME to a path without quotes, backslashes and dollar signs.");
        }
        return new Cluster(layout, Binaries.ofThisPlatform().unpackedIn(layout.server()), account);
    }

    /**
     * Makes the cluster unless it is there. It is made aside and then renamed, so that one that is there is whole: text
     * is UTF-8, order and case by Unicode code point on every platform, and only the password opens it.
     */
    void create(String password) throws IOException {
        if (Files.exists(layout.data())) {
            return;
        }
        Path workplace = layout.server().resolve("init");
        Tree.delete(workplace);
        Files.createDirectory(
                workplace, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path passwordFile = Files.writeString(workplace.resolve("password"), password + "\n");
        account.own(workplace);
        Path data = workplace.resolve("data");
        Command initdb = account.run(
                INITDB_PATIENCE,
                List.of(
                        program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + Connector.ADMINISTRATOR,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        if (!initdb.succeeded()) {
            throw new PostgresUnavailable("PostgreSQL could not make its cluster in " + layout.server()
                    + " (initdb, exit code " + initdb.exitCode() + "):\n" + initdb.lastLines());
        }
        Files.writeString(
                data.resolve("postgresql.conf"),
                "\ninclude_if_exists = 'evidence.conf' # rewritten at every start; what stands below it wins\n",
                StandardOpenOption.APPEND);
        Files.move(data, layout.data(), ATOMIC_MOVE);
        Tree.delete(workplace);
    }

    /**
     * Starts the server on the port of last time, or on a free one if that is taken, and waits a while until it accepts
     * connections; one that recovers from a crash may take longer than that.
     *
     * @return what pg_ctl said of it
     */
    Command start() throws IOException {
        account.own(layout.data());
        configure(configuredPort().filter(Cluster::isFree).orElseGet(Cluster::freePort));
        prepareLog();
        return pgCtl("start", "-l", layout.log().toString());
    }

    /** Stops the server, ending the connections that it still has; what was committed stays. */
    void stop() {
        Command pgCtl = pgCtl("stop", "-m", "fast");
        if (!pgCtl.succeeded()) {
            throw new PostgresUnavailable(
                    "PostgreSQL in " + layout.data() + " did not stop (pg_ctl):\n" + pgCtl.lastLines());
        }
    }

    private Command pgCtl(String action, String... more) {
        List<String> words = new ArrayList<>(
                List.of(program("pg_ctl"), action, "-D", layout.data().toString(), "-w", "-t", "60"));
        words.addAll(List.of(more));
        return account.run(PG_CTL_PATIENCE, words);
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    /** The port is kept, so that those who were connected find the server again after a crash. */
    private Optional<Integer> configuredPort() throws IOException {
        Path file = layout.data().resolve("evidence.conf");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("port = "))
                        .map(line -> Integer.valueOf(line.substring("port = ".length())))
                        .findFirst()
                : Optional.empty();
    }

    private void configure(int port) throws IOException {
        Path file = layout.data().resolve("evidence.conf");
        Path written = Files.writeString(layout.data().resolve("evidence.conf.new"), """
                # Rewritten at every start; put your own settings into postgresql.conf, below the line that includes this.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                shared_buffers = '64MB'
                max_wal_size = '256MB'
                huge_pages = off
                # The password is random and long: stretching it makes each connection dear and no guess dearer.
                scram_iterations = 1
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_checkpoints = off
                """.formatted(port));
        account.own(written);
        Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private void prepareLog() throws IOException {
        Path log = layout.log();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"), REPLACE_EXISTING);
        }
        if (Files.notExists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        account.own(log);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresUnavailable("No port is free on 127.0.0.1: " + e.getMessage(), e);
        }
    }
}
