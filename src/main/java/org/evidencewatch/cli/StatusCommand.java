package org.evidencewatch.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** How fresh the evidence is, what cannot be read, and what needs people. */
@Command(
        name = "status",
        description = "Show how fresh each company's evidence is, what cannot be read, open alerts and the last runs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing needs attention", "3:evidence is stale, an alert is open, or a job's last run failed"
        },
        footer = {"", "Example: evidence status --as-of 2026-06-28T06:00:00Z"})
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Measure ages against this time instead of now. Everything recorded counts.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        var given = asOf == null ? null : time(asOf);
        try (var house = evidence.open()) {
            var at = given == null ? house.getBean(Clock.class).instant() : given;
            var status = StatusReport.of(house, at);
            if (json) {
                evidence.json(status);
            } else {
                StatusTable.print(evidence.out(), status);
            }
            return status.attention().isEmpty() ? Evidence.DONE : Evidence.ATTENTION;
        }
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--as-of: '" + text + "' is no time such as 2026-06-11T02:00:00Z", e);
        }
    }
}
