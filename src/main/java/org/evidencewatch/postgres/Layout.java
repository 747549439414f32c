package org.evidencewatch.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Where things lie. Keys and locks stay in the home; the server's part lies beside them, unless another user runs it
 * that cannot get there.
 *
 * @param keys the directory {@code postgres} in EVIDENCE_HOME: password, locks, {@code elsewhere}
 * @param server binaries, cluster and log
 */
record Layout(Path keys, Path server) {

    private static final List<Path> ELSEWHERE =
            List.of(Path.of("/var/lib/evidence-watch"), Path.of("/var/tmp/evidence-watch"));
    private static final int HASH_LENGTH = 16;

    /** The layout of a home that may be used already. */
    static Layout of(Path keys) throws IOException {
        Path note = keys.resolve("elsewhere");
        return Files.exists(note)
                ? new Layout(keys, Path.of(Files.readString(note).strip()))
                : new Layout(keys, keys);
    }

    /** Creates the home; only its owner may look into it. */
    static Path keysIn(Path home) {
        try {
            Files.createDirectories(home);
            Path keys = home.toRealPath().resolve("postgres");
            if (!Files.exists(keys)) {
                create(keys);
            }
            return keys;
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "Cannot write to " + home.toAbsolutePath() + ": " + e
                            + ". Set EVIDENCE_HOME to a directory that you may write to.",
                    e);
        }
    }

    /** Moves the server's part of a home without a cluster to where the account can reach it. */
    Layout reachableBy(Account account) throws IOException {
        if (account.canEnter(server)) {
            return this;
        }
        if (Files.exists(data())) {
            throw new PostgresUnavailable(
                    "PostgreSQL must run as another user than root here, and that user cannot enter "
                            + server
                            + ". Let others pass through the directories above it (chmod o+x), or move the home and set"
                            + " EVIDENCE_HOME to its new place.");
        }
        for (Path parent : ELSEWHERE) {
            Path place = parent.resolve(hash(keys));
            if (made(parent) && made(place) && account.canEnter(place)) {
                Files.writeString(keys.resolve("elsewhere"), place + "\n");
                return new Layout(keys, place);
            }
        }
        throw new PostgresUnavailable(
                "PostgreSQL must run as another user than root here, and that user can enter neither "
                        + server + " nor " + ELSEWHERE
                        + ". Set EVIDENCE_HOME to a directory that others can pass through, or"
                        + " EVIDENCE_DATABASE_URL to a PostgreSQL server.");
    }

    Path data() {
        return server.resolve("data");
    }

    Path log() {
        return server.resolve("postgres.log");
    }

    Path password() {
        return keys.resolve("password");
    }

    /** A directory that root owns and nobody else writes to: in /var/tmp somebody else may have been there before. */
    private static boolean made(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            if (!Files.isWritable(directory.resolveSibling(""))) {
                return false;
            }
            create(directory);
        }
        Set<?> permissions = Files.getPosixFilePermissions(directory);
        return Files.getAttribute(directory, "unix:uid").equals(0)
                && !permissions.removeAll(PosixFilePermissions.fromString("----w--w-"));
    }

    /** A directory that others may pass through, whatever our umask is, but not look into. */
    private static void create(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static String hash(Path path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
