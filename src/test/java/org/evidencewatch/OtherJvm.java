package org.evidencewatch;

import java.util.List;
import java.util.stream.Stream;

/** Command lines for classes of the tests and of the program in processes of their own, with the Java that runs the tests. */
public final class OtherJvm {

    private OtherJvm() {}

    /** The whole program with as much memory as its launcher gives it. */
    public static List<String> program(String... words) {
        return Stream.concat(command(EvidenceWatch.class, 288).stream(), Stream.of(words))
                .toList();
    }

    /**
     * A class with a main method.
     *
     * @param megabytes the most that its heap may have
     */
    public static List<String> command(Class<?> main, int megabytes) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                // What ends after some seconds is done sooner if it is compiled fast.
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}
