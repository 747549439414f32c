package org.evidencewatch.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of an operating system command, with its exit code and everything that it printed.
 *
 * @param exitCode 0 when it succeeded; {@link #NOT_RUN} when it could not be started or had to be ended
 * @param output standard output and standard error, as they came
 */
record Command(int exitCode, String output) {

    static final int NOT_RUN = 127;

    private static final int SHOWN_LINES = 8;

    /**
     * Runs the words as one command without a shell and waits for it, ending it when the patience is spent. Its input is
     * empty and its directory is the root, which every user may enter; of the environment it sees everything except PostgreSQL's own variables, which would redirect it.
     */
    static Command run(Duration patience, List<String> words) {
        try {
            // Into a file, not a pipe: a server that the command leaves behind must not keep us reading.
            Path printed = Files.createTempFile("evidence-", ".out");
            try {
                return run(patience, words, printed.toFile());
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            return new Command(NOT_RUN, String.valueOf(e.getMessage()));
        }
    }

    private static Command run(Duration patience, List<String> words, File printed) throws IOException {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .redirectInput(new File("/dev/null"));
        builder.directory(new File("/"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        boolean ended = await(process, patience);
        String output = Files.readString(printed.toPath(), StandardCharsets.ISO_8859_1);
        return ended
                ? new Command(process.exitValue(), output)
                : new Command(NOT_RUN, output + "\nnot finished after " + patience.toSeconds() + " s");
    }

    private static boolean await(Process process, Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        return false;
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** The last lines of what it printed, for an error message. */
    String lastLines() {
        return lastLines(output);
    }

    static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }
}
