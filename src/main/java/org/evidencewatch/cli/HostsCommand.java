package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.fetch.HostSwitch;
import org.evidencewatch.fetch.HostSwitch.Troubled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The hosts that are spared, and the switch that stops fetching from one, or from all. */
@Command(
        name = "hosts",
        description = "List the hosts that rest or are stopped; stop fetching from one or from all, or let it go on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<command>",
        footer = {"", "Example: evidence hosts stop help.example.com --why 'they asked us to'"})
final class HostsCommand {

    @ParentCommand
    private Evidence evidence;

    private record Listing(List<Line> hosts) {}

    /** A host in the document. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Line(
            String host,
            Optional<HostSwitch.Stopped> stopped,
            Optional<String> restsUntil,
            Optional<String> restsBecause,
            int strikes,
            int failures) {

        static Line of(Troubled host) {
            return new Line(
                    host.host(),
                    host.stopped(),
                    host.restUntil()
                            .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()),
                    host.restWhy(),
                    host.strikes(),
                    host.faults());
        }
    }

    private record Switched(String host, boolean stopped) {}

    @Command(
            name = "list",
            description = "List the hosts that are stopped, rest, or asked us to slow down.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence hosts list --json"})
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (var house = evidence.open()) {
            var lines = house.getBean(HostSwitch.class).troubled().stream()
                    .map(Line::of)
                    .toList();
            if (json) {
                evidence.json(new Listing(lines));
            } else if (lines.isEmpty()) {
                evidence.out().println("No host is stopped, and none rests.");
            } else {
                lines.forEach(this::print);
            }
            return Evidence.DONE;
        }
    }

    @Command(
            name = "stop",
            description =
                    "Send no request to a host, or to any, until it is resumed. Runs under way obey within seconds.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence hosts stop --all --why 'our address is blocked'"})
    int stop(
            @Mixin SomeHosts hosts,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What to tell who asks.")
                    String why,
            @Option(
                            names = "--by",
                            paramLabel = "NAME",
                            defaultValue = "${sys:user.name}",
                            description = "Who stops it (default: ${DEFAULT-VALUE}).")
                    String by) {
        var host = hosts.host();
        try (var house = evidence.open()) {
            house.getBean(HostSwitch.class).stop(host, by, SomeHosts.said("--why", why, hosts));
            return told(hosts, host, true);
        }
    }

    @Command(
            name = "resume",
            description = "Let fetching from a host go on, or take back the stop for all.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence hosts resume help.example.com"})
    int resume(@Mixin SomeHosts hosts) {
        var host = hosts.host();
        try (var house = evidence.open()) {
            if (!house.getBean(HostSwitch.class).resume(host)) {
                hosts.err().println(host.map(name -> name + " is not stopped").orElse("there is no stop for all"));
                return Evidence.WRONG_INPUT;
            }
            return told(hosts, host, false);
        }
    }

    private int told(SomeHosts hosts, Optional<String> host, boolean stopped) {
        if (hosts.json()) {
            evidence.json(new Switched(host.orElse("*"), stopped));
        } else {
            evidence.out().println(host.orElse("all hosts") + (stopped ? ": stopped" : ": no longer stopped"));
        }
        return Evidence.DONE;
    }

    private void print(Line line) {
        evidence.out().println(line.host().equals("*") ? "all hosts" : line.host());
        line.stopped()
                .ifPresent(stop -> evidence.out()
                        .printf("  stopped by %s on %s: %s%n", Ink.safe(stop.by()), stop.at(), Ink.safe(stop.why())));
        line.restsUntil()
                .ifPresent(until -> evidence.out()
                        .printf(
                                "  rests until %s: %s%n",
                                until, line.restsBecause().orElse("")));
        if (line.strikes() > 0) {
            evidence.out().printf("  asked us to slow down: %d%n", line.strikes());
        }
    }
}
