package org.evidencewatch.cli;

import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The words of every command that answers a file of JSON lines on standard output. */
final class LinesFile {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The questions, one a line.")
    private Path file;

    @Option(names = "--json", description = "Accepted as everywhere; the answers are JSON lines in any case.")
    void json(boolean asked) {
        // Nothing to switch: these commands know no other form.
    }

    /** Answers every line; gives the exit code. */
    <Q> int answer(Class<Q> question, Function<? super Q, ?> answer, Evidence evidence) {
        return new JsonLines(file, spec.commandLine().getErr()).answer(question, answer, evidence.out());
    }
}
