package org.evidencewatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads policy facts out of passages given inline. Opens no database. */
@Command(
        name = "facts",
        description =
                "Reads what passages state as rules for the subscriber, and which of it changed; one answer a line.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line of the file: {\"id\":\"f1\",\"before\":\"Refunds within 30 days.\",\"after\":\"Refunds within 14 days.\","
                    + "\"format\":\"text\"}",
            "The format is text or html. A line that cannot be answered is named on standard error; exit code 2.",
            "",
            "Example: evidence facts --cases cases.jsonl --out facts.jsonl"
        })
final class FactsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "FILE",
            description = "JSONL of passages before and after.")
    private Path cases;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the facts go, as JSONL.")
    private Path out;

    @Override
    public Integer call() {
        var assessor = new FactAssessor();
        try (var writer = new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
            int code = new JsonLines(cases, spec.commandLine().getErr())
                    .answer(FactAssessor.Case.class, assessor::assess, writer);
            if (writer.checkError()) {
                throw new IOException("not everything could be written to " + out);
            }
            return code;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + out, unwritable);
        }
    }
}
