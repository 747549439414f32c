package org.evidencewatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.change.Flags;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.company.Address;
import org.evidencewatch.snapshot.Captures;
import org.evidencewatch.snapshot.Captures.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Replays a detected change, or a capture that was none, from the stored bytes. */
@Command(
        name = "explain",
        description =
                "Show why a change was flagged, or why a capture was not: judge the stored pages once more, offline.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  evidence explain 7",
            "  evidence explain --capture 31",
            "  evidence explain --url https://help.example.com/refunds --at 2026-06-12"
        })
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Asked asked = new Asked();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "With --url: the newest capture up to the end of that day (UTC), or up to a time such as"
                    + " 2026-06-12T02:00:00Z.")
    private @Nullable String at;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** What to explain: exactly one of them. */
    private static final class Asked {

        @Parameters(paramLabel = "CHANGE", description = "The id of a change.")
        private @Nullable Long change;

        @Option(names = "--capture", paramLabel = "ID", description = "The id of a capture, flagged or not.")
        private @Nullable Long capture;

        @Option(names = "--url", paramLabel = "URL", description = "The newest capture of a cited page.")
        private @Nullable String url;
    }

    @Override
    public Integer call() {
        if (at != null && asked.url == null) {
            throw wrong("--at needs --url");
        }
        try (var house = evidence.open()) {
            if (asked.change != null) {
                change(house, asked.change);
            } else {
                capture(house, recorded(house.getBean(Captures.class)));
            }
            return Evidence.DONE;
        }
    }

    private void change(ApplicationContext house, long id) {
        var flag = house.getBean(Flags.class).find(id).orElseThrow(() -> wrong("no change has the id " + id));
        var explanation = Explanation.of(house, flag);
        if (json) {
            evidence.json(explanation);
        } else {
            new ExplanationText(evidence.out()).print(explanation);
        }
    }

    private void capture(ApplicationContext house, Recorded capture) {
        var explanation = CaptureExplanation.of(house, capture);
        if (json) {
            evidence.json(explanation);
        } else {
            new ExplanationText(evidence.out()).print(explanation);
        }
    }

    private Recorded recorded(Captures captures) {
        if (asked.capture != null) {
            return captures.find(asked.capture).orElseThrow(() -> wrong("no capture has the id " + asked.capture));
        }
        return switch (CanonicalUrl.read(String.valueOf(asked.url))) {
            case Address.Page page ->
                captures.newest(page.url(), until())
                        .orElseThrow(
                                () -> wrong("of this page there is no capture" + (at == null ? "" : " up to " + at)));
            case Address.Broken broken -> throw wrong("no address of a page: " + broken.reason());
        };
    }

    private Optional<Instant> until() {
        try {
            return Optional.ofNullable(at)
                    .map(text -> text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusNanos(1_000));
        } catch (DateTimeParseException e) {
            throw wrong("--at: '" + at + "' is no date such as 2026-06-12");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
