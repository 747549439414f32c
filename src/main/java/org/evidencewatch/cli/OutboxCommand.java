package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.alert.Letters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The letters that were not delivered yet, or given up. */
@Command(
        name = "outbox",
        description = "List the letters that were not delivered; try them again; enable a webhook that was gone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<command>",
        footer = {"", "Example: evidence outbox retry --all"})
final class OutboxCommand {

    private static final int MOST = 1_000;

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    /** A letter in the document; {@code dead} where it was given up. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Line(
            UUID id,
            String channel,
            String sort,
            String subject,
            Instant writtenAt,
            Optional<Instant> dueAt,
            int attempts,
            Optional<String> error,
            boolean dead) {

        static Line of(Letters.Waiting letter) {
            boolean dead = letter.deadAt().isPresent();
            return new Line(
                    letter.id(),
                    letter.channel(),
                    letter.sort(),
                    letter.subject(),
                    letter.writtenAt(),
                    dead ? Optional.empty() : Optional.of(letter.dueAt()),
                    letter.attempts(),
                    letter.error(),
                    dead);
        }
    }

    private record Listing(List<Line> letters) {}

    private record Again(int letters) {}

    private record Enabled(String channel, boolean enabled) {}

    @Command(
            name = "list",
            description = "List the letters that were not delivered: those given up first, then by when they are due.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:none was given up", "3:some were"},
            footer = {"", "Example: evidence outbox list --json"})
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (var house = evidence.open()) {
            var lines = house.getBean(Letters.class).undelivered(MOST).stream()
                    .map(Line::of)
                    .toList();
            if (json) {
                evidence.json(new Listing(lines));
            } else if (lines.isEmpty()) {
                evidence.out().println("Every letter was delivered.");
            } else {
                lines.forEach(this::print);
            }
            return lines.stream().anyMatch(Line::dead) ? Evidence.ATTENTION : Evidence.DONE;
        }
    }

    @Command(
            name = "retry",
            description = "Make a letter, or all, due now, under the same id; the job 'deliver' takes them.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence outbox retry --all"})
    int retry(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "The letter's id.") @Nullable UUID id,
            @Option(names = "--all", description = "All that were not delivered.") boolean all,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        if (all == (id != null)) {
            throw new ParameterException(spec.commandLine(), "name one letter, or give --all");
        }
        try (var house = evidence.open()) {
            int letters = house.getBean(Letters.class).retry(Optional.ofNullable(id));
            if (letters == 0 && !all) {
                spec.commandLine().getErr().println("no letter with this id waits");
                return Evidence.WRONG_INPUT;
            }
            tell(json, new Again(letters), letters + (letters == 1 ? " letter is due" : " letters are due"));
            return Evidence.DONE;
        }
    }

    @Command(
            name = "enable",
            description = "Send to a channel again that answered 410 (gone), or that asked to be left alone.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence outbox enable webhook"})
    int enable(
            @Parameters(paramLabel = "CHANNEL", description = "webhook or mail.") String channel,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (var house = evidence.open()) {
            boolean enabled = house.getBean(Letters.class).enable(channel);
            tell(json, new Enabled(channel, enabled), channel + (enabled ? " is enabled" : " was not disabled"));
            return Evidence.DONE;
        }
    }

    private void tell(boolean json, Object document, String words) {
        if (json) {
            evidence.json(document);
        } else {
            evidence.out().println(words);
        }
    }

    private void print(Line line) {
        evidence.out().printf("%s  %s, %s of %s%n", line.id(), line.channel(), line.sort(), second(line.writtenAt()));
        evidence.out().printf("    %s%n", Ink.safe(line.subject()));
        var next = line.dueAt().map(at -> "due " + second(at)).orElse("given up");
        var error = line.error().map(why -> ", the last: " + why).orElse("");
        Wrapped.lines(Ink.safe("%s after %d attempts%s".formatted(next, line.attempts(), error)), 76)
                .forEach(text -> evidence.out().println("    " + text));
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
