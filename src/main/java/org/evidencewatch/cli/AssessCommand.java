package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Compares stored page pairs offline. Opens no database. */
@Command(
        name = "assess",
        description = "Compares stored page pairs and writes one verdict a line, in the order of the pairs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line of the pairs file: {\"id\":\"p1\",\"url\":\"https://…\",\"before_file\":\"a.html\",\"after_file\":\"b.html.gz\"}",
            "Paths are relative to the pairs file. A line that cannot be answered is named on standard error; exit code 2.",
            "",
            "Example:",
            "  evidence assess --pairs pairs.jsonl --out verdicts.jsonl"
        })
final class AssessCommand implements Callable<Integer> {

    private static final int THREADS = 2;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pairs", required = true, paramLabel = "FILE", description = "JSONL of stored page pairs.")
    private Path pairs;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the verdicts go, as JSONL.")
    private Path out;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    private final PairAssessor assessor = new PairAssessor();
    private final Map<Assessment.Word, Integer> verdicts = new EnumMap<>(Assessment.Word.class);
    private int failures;

    private record Numbered(int line, Future<Assessment> answer) {}

    @Override
    public Integer call() {
        List<String> lines = lines();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                BufferedWriter writer = Files.newBufferedWriter(out)) {
            write(submit(lines, threads), writer);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + out, unwritable);
        }
        summarise();
        return failures == 0 ? Evidence.DONE : Evidence.WRONG_INPUT;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(pairs);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "cannot read " + pairs + ": " + unreadable, unreadable);
        }
    }

    private List<Numbered> submit(List<String> lines, ExecutorService threads) {
        var answers = new ArrayList<Numbered>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                answers.add(new Numbered(i + 1, threads.submit(() -> assessor.assess(StoredPair.parse(line, pairs)))));
            }
        }
        return answers;
    }

    private void write(List<Numbered> answers, BufferedWriter writer) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        boolean terminal = Ansi.AUTO.enabled();
        int done = 0;
        for (Numbered numbered : answers) {
            try {
                Assessment assessment = numbered.answer().get();
                verdicts.merge(assessment.verdict(), 1, Integer::sum);
                writer.write(JSON.writeValueAsString(assessment));
                writer.newLine();
            } catch (ExecutionException failed) {
                failures++;
                err.println(pairs + ":" + numbered.line() + ": " + why(failed.getCause()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
            if (terminal) {
                err.printf("\r%d of %d pairs%s", ++done, answers.size(), done == answers.size() ? "%n" : "");
                err.flush();
            }
        }
    }

    private static String why(@Nullable Throwable cause) {
        if (cause instanceof IllegalArgumentException badLine) {
            return String.valueOf(badLine.getMessage());
        }
        if (cause instanceof IOException unreadable) {
            return "cannot read: " + unreadable;
        }
        throw new IllegalStateException(cause);
    }

    private void summarise() {
        var summary = new TreeMap<String, Integer>();
        for (Assessment.Word word : Assessment.Word.values()) {
            summary.put(word.name().toLowerCase(Locale.ROOT), verdicts.getOrDefault(word, 0));
        }
        summary.put("errors", failures);
        if (json) {
            evidence.json(summary);
        } else {
            summary.forEach((name, count) -> evidence.out().printf("%-10s %6d%n", name, count));
        }
    }
}
