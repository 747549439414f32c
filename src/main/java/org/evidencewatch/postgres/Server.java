package org.evidencewatch.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.evidencewatch.postgres.Connector.Answer;
import org.evidencewatch.postgres.Postmaster.Holder;

/**
 * The one server of a home: found running, or started, and stopped. Every method but {@link #runs} is called under
 * {@link Locks#alone}.
 */
final class Server {

    /** What to do about a server, seen from outside. */
    enum Step {
        ATTACH,
        WAIT,
        START,
        GIVE_UP
    }

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 5;
    private static final int PASSWORD_BYTES = 24;

    private final Path keys;
    private final Supplier<Account> account;

    Server(Path keys, Supplier<Account> account) {
        this.keys = keys;
        this.account = account;
    }

    /** Finds the server or starts it, making the cluster first if need be; waits while it recovers from a crash. */
    Connector attachOrStart() throws IOException, SQLException, InterruptedException {
        Starter starter = null;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Layout layout = usable(Layout.of(keys));
            Optional<Postmaster> postmaster = Postmaster.of(layout.data());
            switch (step(layout, postmaster)) {
                case ATTACH -> {
                    Connector connector = connector(layout, postmaster.orElseThrow());
                    if (starter != null) {
                        connector.createDatabase();
                    }
                    return connector;
                }
                case START -> {
                    starter = starter == null ? new Starter(layout) : starter;
                    starter.start();
                }
                case WAIT -> Thread.sleep(PAUSE);
                case GIVE_UP -> throw lockedOut(layout);
            }
        }
        throw new PostgresUnavailable("PostgreSQL in " + keys + " has not accepted connections for "
                + PATIENCE.toMinutes() + " minutes. Its log says why: "
                + Layout.of(keys).log());
    }

    private static Step step(Layout layout, Optional<Postmaster> postmaster) throws IOException {
        if (postmaster.isEmpty()) {
            return Step.START;
        }
        Answer answer = connector(layout, postmaster.get())
                .ask(layout.data().toRealPath().toString());
        return answer == Answer.OURS
                ? Step.ATTACH
                : step(answer, postmaster.get().holder(layout.data()));
    }

    /** What follows from how the port answered and from who bears the process number now. */
    static Step step(Answer answer, Holder holder) {
        if (answer == Answer.OURS) {
            return Step.ATTACH;
        }
        return switch (holder) {
            case NOBODY, STRANGER -> Step.START;
            case POSTGRES -> answer == Answer.OTHER ? Step.GIVE_UP : Step.WAIT;
        };
    }

    /** Starts the server, several times if need be. */
    private final class Starter {

        private final Cluster cluster;
        private Command result = new Command(Command.NOT_RUN, "");
        private int attempts;

        Starter(Layout found) throws IOException {
            cluster = Cluster.prepare(found, account.get());
            if (Files.notExists(cluster.layout().data())) {
                cluster.create(newPassword(cluster.layout()));
            }
        }

        /**
         * Another attempt helps when somebody took the port that was free a moment ago, and when the workers of a server
         * that was killed had not yet ended.
         */
        void start() throws IOException, InterruptedException {
            if (attempts == ATTEMPTS) {
                throw failed();
            }
            Thread.sleep(PAUSE.multipliedBy(attempts));
            attempts++;
            Path data = cluster.layout().data();
            if (Postmaster.of(data).map(it -> it.holder(data)).equals(Optional.of(Holder.STRANGER))) {
                Postmaster.disown(data);
            }
            result = cluster.start();
        }

        private PostgresUnavailable failed() throws IOException {
            Path log = cluster.layout().log();
            return new PostgresUnavailable("PostgreSQL does not start in "
                    + cluster.layout().data() + " (pg_ctl: " + result.lastLines() + "). The end of its log " + log
                    + ":\n" + Command.lastLines(Files.readString(log)));
        }
    }

    /** Stops the server if it is the one of this home; one that is gone already is stopped. */
    void stop() throws IOException {
        if (runs()) {
            Cluster.prepare(Layout.of(keys), account.get()).stop();
        }
    }

    /** Whether its process is there, accepting connections or not. Connects to nothing, and needs no lock. */
    boolean runs() throws IOException {
        Path data = Layout.of(keys).data();
        return Postmaster.of(data)
                .filter(postmaster -> postmaster.holder(data) == Holder.POSTGRES)
                .isPresent();
    }

    private static Layout usable(Layout layout) {
        if (Files.exists(layout.data()) && Files.notExists(layout.password())) {
            throw new PostgresUnavailable("The database in " + layout.data()
                    + " is there, but the password that opens it is not: " + layout.password()
                    + " is missing. Put it back from a backup of EVIDENCE_HOME.");
        }
        return layout;
    }

    private static Connector connector(Layout layout, Postmaster postmaster) throws IOException {
        return new Connector(
                postmaster.port(), Files.readString(layout.password()).strip());
    }

    /** On the disk before there is a cluster, so that a crash cannot leave a cluster without one. */
    private static String newPassword(Layout layout) throws IOException {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        Files.deleteIfExists(layout.password());
        Set<StandardOpenOption> how =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel file = FileChannel.open(layout.password(), how, onlyOurs)) {
            file.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        return password;
    }

    private static PostgresUnavailable lockedOut(Layout layout) {
        return new PostgresUnavailable("PostgreSQL in " + layout.data() + " does not take the password in "
                + layout.password() + ". Put that file back as it was when the database was made.");
    }
}
