package org.evidencewatch.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where the figures come from.
 *
 * @param loadAverage processes that wanted to run, over the last minute; negative where the system does not tell
 */
public record Machine(String system, String java, int cores, long memoryMiB, double loadAverage) {

    /** Beyond this load for each core somebody else's work is in the figures. */
    private static final double BUSY = 0.25;

    static Machine now() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / (1 << 20),
                Rounded.of(system.getSystemLoadAverage()));
    }

    boolean busy() {
        return loadAverage > BUSY * cores;
    }
}
