package org.evidencewatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Busy;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.Refresh.Outcome.Failed;
import org.evidencewatch.job.Refresh.Outcome.Stopped;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the whole house at work: a sample index through its recorded nights, by the same job as every night. */
@Command(
        name = "demo",
        description = "Take a sample index through its recorded nights, and show the queue that remains.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence demo"})
final class DemoCommand implements Callable<Integer> {

    private static final int HOUR_OF_A_NIGHT = 2;

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** One night, and what it left behind; no report where it was replayed earlier. */
    private record Night(LocalDate night, Optional<RefreshReport> report) {}

    /** The document. */
    private record Story(List<Night> nights, QueueView queue) {}

    @Override
    public Integer call() {
        var fixtures = Root.directory().resolve("fixtures");
        try (var house = evidence.open()) {
            var sample = new SampleIndex(house);
            if (sample.hasOtherRecords()) {
                spec.commandLine().getErr().println("""
                        This home holds records of your own; the demo would mix its invented companies with them.
                        Run it in another one:  EVIDENCE_HOME=.evidence-demo ./evidence demo""");
                return Evidence.WRONG_INPUT;
            }
            sample.load(fixtures.resolve("demo/companies.json"));
            var nights = new ArrayList<Night>();
            for (Path folder : nights(fixtures.resolve("nights"))) {
                var night = replay(house, folder);
                if (night.isEmpty()) {
                    return Evidence.FAILED;
                }
                nights.add(night.get());
            }
            show(nights, QueueView.of(house));
            return Evidence.DONE;
        }
    }

    private Optional<Night> replay(ApplicationContext house, Path folder) {
        var date = LocalDate.parse(folder.getFileName().toString());
        Instant asOf = date.atTime(HOUR_OF_A_NIGHT, 0).toInstant(ZoneOffset.UTC);
        var request = RefreshRequest.replayOf(folder, asOf);
        var refresh = house.getBean(Refresh.class);
        if (refresh.completed(request)) {
            return Optional.of(new Night(date, Optional.empty()));
        }
        var err = spec.commandLine().getErr();
        var progress = new ProgressBar(err, Terminal.err(), "night of " + date);
        var outcome = refresh.refresh(request, progress);
        progress.finish();
        return switch (outcome) {
            case Completed c -> Optional.of(new Night(date, Optional.of(c.report())));
            case Stopped s -> failed("the night of " + date + " was stopped; start the demo again to go on with it");
            case Failed f -> failed("the night of " + date + " did not finish: " + f.why());
            case Busy b -> failed("another process is reading in this home; try again when it is done");
        };
    }

    private Optional<Night> failed(String why) {
        spec.commandLine().getErr().println(why);
        return Optional.empty();
    }

    private void show(List<Night> nights, QueueView queue) {
        if (json) {
            evidence.json(new Story(nights, queue));
            return;
        }
        PrintWriter out = evidence.out();
        nights.forEach(night -> {
            out.printf("%n== The night of %s ==%n", night.night());
            night.report()
                    .ifPresentOrElse(
                            report -> RefreshTable.print(out, report),
                            () -> out.println("Replayed earlier; a run that is done is not done twice."));
        });
        out.printf("%n== The queue that remains ==%n");
        queue.print(out);
        out.println("""

                What to type next:
                  ./evidence queue show COMPANY        what changed, and why it is here
                  ./evidence queue decide COMPANY --verdict reworded-same-meaning --why "..."
                  ./evidence serve                     the same in the browser
                Your own records against the live web, in a home of their own:
                  export EVIDENCE_HOME=.evidence-mine
                  ./evidence import your-card.txt && ./evidence refresh""");
    }

    private static List<Path> nights(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's recorded nights are not at " + folder, e);
        }
    }
}
