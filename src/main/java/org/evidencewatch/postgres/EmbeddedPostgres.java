package org.evidencewatch.postgres;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A share in the PostgreSQL server of a home. The first process that opens a home starts the server, the others attach
 * to it, and the last one out stops it, whichever that is: a process that was killed has left as well, and a server that
 * outlived all its users is attached to by the next. What was committed survives all of it.
 *
 * <p>The locks that this rests on bind the processes of one machine: a home is not for several machines, or containers,
 * at once. Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Map<Path, Share> SHARES = new HashMap<>();

    private final Share share;
    private boolean closed;

    private EmbeddedPostgres(Share share) {
        this.share = share;
    }

    /**
     * Starts or joins the server of a home and waits until it accepts connections.
     *
     * @param home EVIDENCE_HOME; created if it is missing
     * @throws PostgresUnavailable with what to do about it
     */
    public static EmbeddedPostgres open(Path home) {
        return open(home, Account::ofThisProcess);
    }

    /** As {@link #open(Path)}, running PostgreSQL as the given account if this process has to start it. */
    static EmbeddedPostgres open(Path home, Supplier<Account> account) {
        Path keys = Layout.keysIn(home);
        synchronized (SHARES) {
            Share share = SHARES.get(keys);
            if (share == null) {
                share = Share.take(keys, account);
                SHARES.put(keys, share);
            }
            share.holders++;
            return new EmbeddedPostgres(share);
        }
    }

    /**
     * Deletes a home that nobody uses any more with all that is in it, wherever the server's part of it lies. One that is
     * not there is deleted already.
     */
    public static void erase(Path home) throws IOException {
        if (Files.exists(home)) {
            Tree.delete(Layout.of(home.toRealPath().resolve("postgres")).server());
            Tree.delete(home);
        }
    }

    /** The address of the program's database. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + share.connector.port() + "/" + Connector.DATABASE;
    }

    /** The role to connect as: it owns the program's database and may nothing beyond it. */
    public String user() {
        return Connector.USER;
    }

    /** The password of the role. */
    public String password() {
        return share.connector.password();
    }

    /** A connection that may do everything on the server; the caller closes it. */
    Connection administrator() throws SQLException {
        return share.connector.administrator();
    }

    /**
     * Starts the server if it is gone although it is shared; those who were connected find it again on its port, unless
     * somebody took that meanwhile.
     *
     * @return whether it was gone
     * @throws PostgresUnavailable when it does not start
     */
    boolean revive() {
        synchronized (SHARES) {
            return !closed && share.revive();
        }
    }

    /** Gives the share back; the last one in the last process stops the server. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (SHARES) {
            if (closed) {
                return;
            }
            closed = true;
            share.holders--;
            if (share.holders == 0) {
                SHARES.remove(share.keys);
                share.giveBack();
            }
        }
    }

    /** What this process holds of one home. */
    private static final class Share {

        private final Path keys;
        private final Server server;
        private final Locks locks;
        private final FileLock use;
        private volatile Connector connector;
        private int holders;

        private Share(Path keys, Server server, Locks locks, FileLock use, Connector connector) {
            this.keys = keys;
            this.server = server;
            this.locks = locks;
            this.use = use;
            this.connector = connector;
        }

        static Share take(Path keys, Supplier<Account> account) {
            var server = new Server(keys, account);
            try {
                var locks = new Locks(keys);
                try {
                    return locks.alone(() -> new Share(keys, server, locks, locks.share(), server.attachOrStart()));
                } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
                    locks.close();
                    throw e;
                }
            } catch (IOException | SQLException | InterruptedException e) {
                throw unavailable("cannot be used", keys, e);
            }
        }

        boolean revive() {
            try {
                if (server.runs()) {
                    return false;
                }
                connector = locks.alone(server::attachOrStart);
                return true;
            } catch (IOException | SQLException | InterruptedException e) {
                throw unavailable("is gone, and does not start", keys, e);
            }
        }

        void giveBack() {
            try (locks) {
                locks.alone(this::leave);
            } catch (IOException | SQLException | InterruptedException e) {
                throw unavailable("could not be stopped", keys, e);
            }
        }

        private boolean leave() throws IOException {
            use.release();
            boolean last = locks.unused();
            if (last) {
                server.stop();
            }
            return last;
        }

        private static PostgresUnavailable unavailable(String what, Path keys, Exception cause) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            String advice = cause instanceof AccessDeniedException
                    ? ". Run as the user whom it belongs to, or set EVIDENCE_HOME to a directory of your own."
                    : "";
            return new PostgresUnavailable("PostgreSQL in " + keys + " " + what + ": " + cause + advice, cause);
        }
    }
}
