package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.fetch.FetchLimits;
import org.evidencewatch.job.ManualCapture;
import org.evidencewatch.job.ManualCapture.Outcome.Busy;
import org.evidencewatch.job.ManualCapture.Outcome.Refused;
import org.evidencewatch.job.ManualCapture.Outcome.Taken;
import org.evidencewatch.job.ManualPage;
import org.evidencewatch.review.Queued;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes a cited page as a person saw it. */
@Command(
        name = "capture",
        mixinStandardHelpOptions = true,
        description = {
            "Bring a cited page that we may not or cannot read ourselves: HTML, PDF or text, as you saw it.",
            "It is judged like a page of a nightly run, and marked for good as yours. We still say that we cannot read it."
        },
        footer = {
            "",
            "Exit: 0 it is on record, 1 another process is reading now, 2 it cannot be taken.",
            "",
            "Example: evidence capture https://help.example.com/refunds --file refunds.html --by anna"
                    + " --seen-at 2026-06-12T09:30:00Z --why 'robots.txt keeps us out'"
        })
final class CaptureCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The cited page, by any address of it.")
    private String url = "";

    @Option(names = "--file", required = true, paramLabel = "PAGE", description = "The page as it was saved.")
    private Path file = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who saw it.")
    private String by = "";

    @Option(
            names = "--seen-at",
            required = true,
            paramLabel = "TIME",
            description = "When, such as 2026-06-12T09:30:00Z or 2026-06-12T11:30:00+02:00.")
    private String seenAt = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why you bring it, in your words.")
    private String why = "";

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "Its media type; by default told by the file's name and first octets.")
    private @Nullable String contentType;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** What became of it; {@code result} is {@code done}, {@code refused} or {@code busy}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Document(String result, Optional<String> message, Optional<Capture> capture) {}

    private record Capture(
            long id,
            String url,
            Instant seenAt,
            String signedBy,
            String outcome,
            String detail,
            boolean good,
            String verdict,
            int severity,
            List<Queued> queued) {

        static Capture of(Taken taken, String by) {
            var capture = taken.capture();
            return new Capture(
                    capture.id(),
                    capture.url(),
                    capture.at(),
                    by,
                    capture.outcome(),
                    capture.detail(),
                    capture.outcome().equals("OK"),
                    taken.finding().verdict(),
                    taken.finding().severity(),
                    taken.queued());
        }
    }

    @Override
    public Integer call() {
        var page = new ManualPage(url, bytes(), type(), by.strip(), time(), why.strip());
        try (var house = evidence.open()) {
            return switch (house.getBean(ManualCapture.class).take(page)) {
                case Refused refused -> failed("refused", refused.because(), Evidence.WRONG_INPUT);
                case Busy busy ->
                    failed("busy", "another process is reading now; nothing was recorded", Evidence.FAILED);
                case Taken taken -> told(Capture.of(taken, page.by()));
            };
        }
    }

    private int told(Capture capture) {
        if (json) {
            evidence.json(new Document("done", Optional.empty(), Optional.of(capture)));
            return Evidence.DONE;
        }
        evidence.out()
                .printf(
                        "capture %d, seen %s, signed by %s: %s%n",
                        capture.id(),
                        QueueTable.time(capture.seenAt()),
                        Ink.safe(capture.signedBy()),
                        Ink.safe(capture.url()));
        evidence.out()
                .println(
                        capture.good()
                                ? "%s, severity %d".formatted(capture.verdict(), capture.severity())
                                : "not taken for the page (%s): %s"
                                        .formatted(capture.outcome(), Ink.safe(capture.detail())));
        capture.queued()
                .forEach(queued -> evidence.out()
                        .printf(
                                "queued: %s, %s%n",
                                queued.company(), queued.lane().label()));
        return Evidence.DONE;
    }

    private int failed(String result, String message, int code) {
        if (json) {
            evidence.json(new Document(result, Optional.of(message), Optional.empty()));
        }
        spec.commandLine().getErr().println(Ink.safe(message));
        return code;
    }

    /** Never more than tells that it is too much. */
    private byte[] bytes() {
        if (!Files.isRegularFile(file)) {
            throw wrong("--file: " + file + " is no file");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes((int) FetchLimits.DEFAULTS.body().toBytes() + 1);
        } catch (IOException e) {
            throw wrong("--file: " + file + " cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> type() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(contentType)
                .map(String::strip)
                .or(() -> name.endsWith(".txt") ? Optional.of("text/plain") : Optional.empty())
                .or(() -> name.endsWith(".md") ? Optional.of("text/markdown") : Optional.empty());
    }

    private Instant time() {
        try {
            return OffsetDateTime.parse(seenAt.strip()).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong("--seen-at: '" + Ink.safe(seenAt) + "' is no time such as 2026-06-12T09:30:00Z");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
