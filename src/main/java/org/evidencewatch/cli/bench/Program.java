package org.evidencewatch.cli.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * This program as a command line, for processes of its own: the same Java, the same options, the same classes.
 *
 * @param java the executable
 * @param options of this process's JVM that hold for the others as well
 * @param start what names the classes and where they begin
 * @param jar whether the classes come in a jar, so that their data can be shared between starts
 */
record Program(String java, List<String> options, List<String> start, boolean jar) {

    private static final String MAIN = "org.evidencewatch.EvidenceWatch";

    /** What belongs to one process alone: who watches it, its own archive of classes, a debugger, its footprint. */
    private static final List<String> OF_ONE_PROCESS = List.of(
            "-Devidence.terminal.",
            "-D" + Footprint.FILE,
            "-XX:SharedArchiveFile",
            "-XX:+AutoCreateSharedArchive",
            "-XX:ArchiveClassesAtExit",
            "-agentlib:jdwp");

    Program {
        options = List.copyOf(options);
        start = List.copyOf(start);
    }

    static Program ofThisProcess() {
        String classes = System.getProperty("java.class.path", "");
        boolean jar = classes.endsWith(".jar") && !classes.contains(System.getProperty("path.separator"));
        var options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OF_ONE_PROCESS.stream().noneMatch(option::startsWith))
                .toList();
        return new Program(
                ProcessHandle.current().info().command().orElse("java"),
                options,
                // With -jar its manifest holds, which lets zstd load its library.
                jar ? List.of("-jar", classes) : List.of("-cp", classes, MAIN),
                jar);
    }

    /** One command of the program, with more options for its JVM; the last of two that contradict each other holds. */
    List<String> command(List<String> more, List<String> words) {
        var root = Optional.ofNullable(System.getProperty("evidence.root")).map(path -> "-Devidence.root=" + path);
        return Stream.of(List.of(java), options, root.stream().toList(), more, start, words)
                .flatMap(List::stream)
                .collect(ArrayList::new, List::add, List::addAll);
    }
}
