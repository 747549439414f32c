package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.evidencewatch.job.Jobs;
import org.evidencewatch.web.json.JobView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The scheduled jobs: what their files say, when they ran, and a hand on them. */
@Command(
        name = "jobs",
        description = "List the scheduled jobs; run, pause or resume one. Schedules are written in jobs/*.yaml.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<command>",
        footer = {"", "Example: evidence jobs run refresh"})
final class JobsCommand {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    private record Listing(List<JobView> jobs) {}

    private record Ended(String name, boolean success, String summary) {}

    private record Pause(String name, boolean paused) {}

    @Command(
            name = "list",
            description = "List the jobs: when each runs, when it ran last, and whether it is paused.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence jobs list --json"})
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
        return with(jobs -> {
            var lines = jobs.list().stream().map(JobView::of).toList();
            if (json) {
                evidence.json(new Listing(lines));
            } else {
                lines.forEach(line -> print(evidence.out(), line));
            }
            return Evidence.DONE;
        });
    }

    @Command(
            name = "run",
            description = "Run a job now, in this process, whether or not its schedule is paused.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence jobs run staleness"})
    int run(@Mixin OneJob job) {
        return with(jobs -> {
            var outcome = jobs.run(job.name());
            if (outcome.isEmpty()) {
                return unknown(job, jobs);
            }
            boolean success = outcome.get().success();
            if (job.json()) {
                evidence.json(new Ended(job.name(), success, outcome.get().summary()));
            } else {
                evidence.out().printf("%s: %s%n", job.name(), outcome.get().summary());
            }
            return success ? Evidence.DONE : Evidence.FAILED;
        });
    }

    @Command(
            name = "pause",
            description = "Keep a job's schedule from starting it, until it is resumed.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence jobs pause refresh"})
    int pause(@Mixin OneJob job) {
        return with(jobs -> jobs.pause(job.name()) ? told(job, true) : unknown(job, jobs));
    }

    @Command(
            name = "resume",
            description = "Let a job's schedule start it again.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence jobs resume refresh"})
    int resume(@Mixin OneJob job) {
        return with(jobs -> jobs.resume(job.name()) ? told(job, false) : unknown(job, jobs));
    }

    /** Opens the house; wrong job files are wrong input for every one of these commands. */
    private int with(Function<Jobs, Integer> command) {
        try (var house = evidence.open()) {
            var jobs = house.getBean(Jobs.class);
            var errors = jobs.errors();
            if (!errors.isEmpty()) {
                errors.forEach(error -> err().println("jobs/" + error));
                return Evidence.WRONG_INPUT;
            }
            return command.apply(jobs);
        }
    }

    private int told(OneJob job, boolean paused) {
        if (job.json()) {
            evidence.json(new Pause(job.name(), paused));
        } else {
            evidence.out().println(job.name() + (paused ? " is paused" : " is scheduled again"));
        }
        return Evidence.DONE;
    }

    private int unknown(OneJob job, Jobs jobs) {
        err().printf("no job is named '%s'; there are: %s%n", job.name(), String.join(", ", jobs.names()));
        return Evidence.WRONG_INPUT;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static void print(PrintWriter out, JobView line) {
        out.printf("%-12s %s (%s)%n", line.name(), line.cron(), line.zone());
        out.printf(
                "  last  %s%n",
                line.lastRun().map(run -> second(run.at()) + "  " + run.state()).orElse("never"));
        line.lastRun()
                .flatMap(JobView.LastRun::note)
                .ifPresent(note -> Wrapped.lines(note, 72).forEach(text -> out.println("        " + text)));
        out.printf(
                "  next  %s%n",
                line.paused()
                        ? "paused; ./evidence jobs resume " + line.name()
                        : line.nextRun().map(at -> second(at).toString()).orElse("never"));
        Wrapped.lines(line.about(), 76).forEach(text -> out.println("  " + text));
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
