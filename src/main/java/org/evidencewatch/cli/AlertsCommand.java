package org.evidencewatch.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.evidencewatch.alert.Alert;
import org.evidencewatch.alert.Answering;
import org.evidencewatch.alert.Staleness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The alerts: what people should know of until it holds no more, and what they say of it. */
@Command(
        name = "alerts",
        description = "List the open alerts; acknowledge one, or put it off. They close by themselves.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<command>",
        footer = {"", "Example: evidence alerts ack 17 --why 'we wrote to them'"})
final class AlertsCommand {

    private static final int WIDTH = 76;

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    private record Listing(List<AlertView> alerts) {}

    @Command(
            name = "list",
            description = "List the open alerts, the longest open first.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:every open alert is answered", "3:some are not"},
            footer = {"", "Example: evidence alerts list --json"})
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (var house = evidence.open()) {
            var now = house.getBean(Clock.class).instant();
            var alerts = house.getBean(Staleness.class).open();
            if (json) {
                evidence.json(new Listing(
                        alerts.stream().map(alert -> AlertView.of(alert, now)).toList()));
            } else if (alerts.isEmpty()) {
                evidence.out().println("No alert is open.");
            } else {
                alerts.forEach(alert -> print(AlertView.of(alert, now)));
            }
            return alerts.stream().allMatch(alert -> alert.holding(now).isPresent())
                    ? Evidence.DONE
                    : Evidence.ATTENTION;
        }
    }

    @Command(
            name = "ack",
            description = "Say that you know of an alert: it is told again only when its cause is another.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence alerts ack 17 --why 'we wrote to them'"})
    int acknowledge(@Mixin OneAlert one, @Mixin Signature signature) {
        return answer(one, (answering, now) -> answering.acknowledge(one.id(), signature.name(), one.why()));
    }

    @Command(
            name = "snooze",
            description = "Put an alert off: it is told again after a time, or when its cause is another.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence alerts snooze 17 --for P7D --why 'they rebuild their site'"})
    int snooze(
            @Mixin OneAlert one,
            @Mixin Signature signature,
            @Option(
                            names = "--for",
                            required = true,
                            paramLabel = "SPAN",
                            description = "For so long, e.g. P7D or PT12H; or until a time, e.g. 2026-07-01T08:00:00Z.")
                    String span) {
        return answer(
                one, (answering, now) -> answering.snooze(one.id(), until(span, now), signature.name(), one.why()));
    }

    private int answer(OneAlert one, BiFunction<Answering, Instant, Answering.Reply> answer) {
        try (var house = evidence.open()) {
            var now = house.getBean(Clock.class).instant();
            return switch (answer.apply(house.getBean(Answering.class), now)) {
                case Answering.Reply.Done done -> told(done.alert(), now, one.json());
                case Answering.Reply.Unknown unknown -> wrong("no open alert has the number " + unknown.id());
                case Answering.Reply.Refused refused -> wrong(refused.because());
            };
        }
    }

    private int told(Alert alert, Instant now, boolean json) {
        var view = AlertView.of(alert, now);
        if (json) {
            evidence.json(view);
        } else {
            print(view);
        }
        return Evidence.DONE;
    }

    private int wrong(String why) {
        spec.commandLine().getErr().println(why);
        return Evidence.WRONG_INPUT;
    }

    private Instant until(String span, Instant now) {
        try {
            return span.startsWith("P") ? now.plus(Duration.parse(span)) : Instant.parse(span);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new ParameterException(
                    spec.commandLine(), "--for: '" + span + "' is neither a span such as P7D nor a time", e);
        }
    }

    private void print(AlertView alert) {
        evidence.out().printf("%-6d %s, since %s%n", alert.id(), alert.kind(), second(alert.openedAt()));
        wrapped(alert.company().map(name -> name + ": ").orElse("") + alert.detail());
        alert.wellSince().ifPresent(at -> wrapped("well since " + second(at) + "; closes when that has lasted"));
        alert.answer()
                .ifPresent(answer -> wrapped(answer.answer()
                        + answer.until().map(at -> " until " + second(at)).orElse("") + " by " + answer.by() + " on "
                        + second(answer.at()) + ": " + answer.why()));
    }

    private void wrapped(String text) {
        Wrapped.lines(Ink.safe(text), WIDTH).forEach(line -> evidence.out().println("    " + line));
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
