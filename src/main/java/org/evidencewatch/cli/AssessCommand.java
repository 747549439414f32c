package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Compares stored pages offline, in pairs or as histories. Opens no database. */
@Command(
        name = "assess",
        description = "Compares stored pages, in pairs or as histories, and writes one verdict a line, in their order.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line of a pairs file: {\"id\":\"p1\",\"url\":\"https://…\",\"before_file\":\"a.html\",\"after_file\":\"b.html.gz\"}",
            "A line of a history:    {\"id\":\"o1\",\"source\":\"refunds\",\"file\":\"0001.html\",\"at\":\"2026-06-10T02:00:00Z\"}",
            "Paths are relative to the file. A line that cannot be answered is named on standard error; exit code 2.",
            "With --score the labels of the lines (strict_label, label or expect) are read, once every verdict is given.",
            "",
            "Examples:",
            "  evidence assess --pairs pairs.jsonl --out verdicts.jsonl",
            "  evidence assess --history observations.jsonl --out verdicts.jsonl --score"
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

    @Option(names = "--pairs", paramLabel = "FILE", description = "JSONL of stored page pairs.")
    private @Nullable Path pairs;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "JSONL of stored observations in the order of time, each source on its own.")
    private @Nullable Path history;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the verdicts go, as JSONL.")
    private Path out;

    @Option(names = "--score", description = "Say how right the verdicts are, by the labels of the lines.")
    private boolean score;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    private final Map<Assessment.Word, Integer> verdicts = new EnumMap<>(Assessment.Word.class);
    private final Score scored = new Score();
    private int failures;

    @Override
    public Integer call() {
        Path file = file();
        List<String> lines = lines(file);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                BufferedWriter writer = Files.newBufferedWriter(out)) {
            StoredPages assessor = pairs != null ? new PairAssessor(file) : new HistoryAssessor(file);
            write(file, assessor.submit(lines, threads), writer);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + out, unwritable);
        }
        summarise();
        return failures == 0 ? Evidence.DONE : Evidence.WRONG_INPUT;
    }

    private Path file() {
        if (pairs != null && history == null) {
            return pairs;
        }
        if (history != null && pairs == null) {
            return history;
        }
        throw new ParameterException(spec.commandLine(), "either --pairs or --history is wanted");
    }

    private List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file + ": " + unreadable, unreadable);
        }
    }

    private void write(Path file, List<StoredLine> lines, BufferedWriter writer) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var progress = new LineProgress(err, Terminal.err(), lines.size());
        for (StoredLine line : lines) {
            try {
                Assessment assessment = line.answer().get();
                verdicts.merge(assessment.verdict(), 1, Integer::sum);
                writer.write(JSON.writeValueAsString(assessment));
                writer.newLine();
                if (score) {
                    scored.add(line, assessment);
                }
            } catch (ExecutionException failed) {
                failures++;
                err.println(file + ":" + line.number() + ": " + why(failed.getCause()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
            progress.done(failures);
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
        var summary = new TreeMap<String, Object>();
        for (Assessment.Word word : Assessment.Word.values()) {
            if (word != Assessment.Word.VARIANT || history != null) {
                summary.put(word.name().toLowerCase(Locale.ROOT), verdicts.getOrDefault(word, 0));
            }
        }
        summary.put("errors", failures);
        if (json) {
            if (score) {
                summary.put("score", scored.figures());
            }
            evidence.json(summary);
        } else {
            summary.forEach((name, count) -> evidence.out().printf("%-10s %6s%n", name, count));
            if (score) {
                scored.print(evidence.out());
            }
        }
    }
}
