package org.evidencewatch.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. PostgreSQL refuses user number 0, so root needs a way round: a user namespace of
 * its own, in which it is nobody although its files stay root's; where those are forbidden, another user.
 *
 * @param prefix the words before each command
 * @param uid the owner that the data directory must have
 * @param gid its group
 * @param other whether that is another user than ours
 */
record Account(List<String> prefix, int uid, int gid, boolean other) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Account {
        prefix = List.copyOf(prefix);
    }

    /** The best account on this machine: ourselves, else (as root) a user namespace, else another user. */
    static Account ofThisProcess() {
        int uid = number("id", "-u").orElseThrow(() -> new PostgresUnavailable("The command id -u does not work here"));
        if (uid != 0) {
            return new Account(List.of(), uid, number("id", "-g").orElse(uid), false);
        }
        // Inside the namespace initdb looks up the name of the user that it sees: that must work as well.
        boolean namespaces =
                Command.run(PATIENCE, List.of("unshare", "-U", "id", "-un")).succeeded();
        return namespaces ? new Account(List.of("unshare", "-U"), 0, 0, false) : otherUser();
    }

    /** An unprivileged user for when we are root: {@code postgres}, else {@code nobody}. */
    static Account otherUser() {
        return Stream.of("postgres", "nobody")
                .flatMap(name -> otherUser(name).stream())
                .findFirst()
                .orElseThrow(() -> new PostgresUnavailable("""
                        PostgreSQL does not run as root, user namespaces are not allowed here, and we cannot become the \
                        user postgres or nobody. Run as an ordinary user, or set EVIDENCE_DATABASE_URL to a PostgreSQL \
                        server."""));
    }

    private static Optional<Account> otherUser(String name) {
        return number("id", "-u", name)
                .flatMap(uid -> number("id", "-g", name)
                        .flatMap(gid -> waysToBecome(name, uid, gid)
                                .filter(prefix -> works(prefix, uid))
                                .findFirst()
                                .map(prefix -> new Account(prefix, uid, gid, true))));
    }

    private static Stream<List<String>> waysToBecome(String name, int uid, int gid) {
        return Stream.of(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
                List.of("runuser", "-u", name, "--"),
                List.of("su-exec", name),
                List.of("gosu", name));
    }

    private static boolean works(List<String> prefix, int uid) {
        Command command = Command.run(
                PATIENCE, Stream.concat(prefix.stream(), Stream.of("id", "-u")).toList());
        return command.succeeded() && command.output().strip().equals(String.valueOf(uid));
    }

    private static Optional<Integer> number(String... words) {
        Command command = Command.run(PATIENCE, List.of(words));
        return command.succeeded()
                ? Optional.of(Integer.valueOf(command.output().strip()))
                : Optional.empty();
    }

    /** Runs a command as this account. */
    Command run(Duration patience, List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return Command.run(patience, all);
    }

    /** Whether this account can go into a directory, which takes the right to pass through all above it. */
    boolean canEnter(Path directory) {
        return !other
                || run(PATIENCE, List.of("test", "-x", directory.toString())).succeeded();
    }

    /** Makes a file, or a directory with all below it, this account's own. */
    void own(Path path) throws IOException {
        Tree.give(path, uid, gid);
    }
}
