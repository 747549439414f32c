package org.evidencewatch.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Names this process so that another one on the same machine can tell whether it still lives.
 *
 * <p>A lease of a process that was killed need not run out first when its death can be seen: same boot, same space of
 * process ids, and no such process, or one that started at another time. A process elsewhere counts as alive.
 */
final class Owner {

    private static final String PLACE = place();

    private Owner() {}

    /** The name of this process, different for every lease that it takes. */
    static String ofThisProcess() {
        long me = ProcessHandle.current().pid();
        return PLACE + "/" + me + "/" + started(me).orElse("unknown") + "/" + UUID.randomUUID();
    }

    /** Whether the process of that name is known to be dead. */
    static boolean isDead(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 4 || !parts[0].equals(PLACE)) {
            return false;
        }
        return !started(Long.parseLong(parts[1])).equals(Optional.of(parts[2]));
    }

    /**
     * When a process started, in ticks since boot: field 22 of {@code /proc/PID/stat}, proc(5). Unlike a time of day,
     * which is reckoned from the clock's idea of the boot, it stays the same when the clock is set. Empty when there is
     * no such process, or only what its parent has not yet buried.
     */
    private static Optional<String> started(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return "ZX".contains(afterName[0]) ? Optional.empty() : Optional.of(afterName[19]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Boot, process-id namespace and user (the processes of others may be hidden); a random place, where none can be
     * had, makes every other process seem alive.
     */
    private static String place() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String ids = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return boot + "+" + ids.replaceAll("[^0-9]", "") + "+" + System.getProperty("user.name");
        } catch (IOException | UnsupportedOperationException e) {
            return UUID.randomUUID().toString();
        }
    }
}
