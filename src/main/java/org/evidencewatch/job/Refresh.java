package org.evidencewatch.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.snapshot.WarcArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out one run of a reading job: one at a time over all processes on the same database, and never lost. A run
 * that a killed process left behind is continued by the next one that is asked for the same; another request closes
 * it as abandoned first.
 */
@Component
public class Refresh {

    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);
    private static final List<String> JOBS = List.of("refresh", "confirm", Reextract.NAME);
    private static final Duration WORTH_CONTINUING = Duration.ofHours(20);

    private final HeldLeases held;
    private final Leases leases;
    private final Runs runs;
    private final Launcher launcher;
    private final Reports reports;
    private final CurrentRun current;
    private final Equipment equipment;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Refresh(
            HeldLeases held,
            Leases leases,
            Runs runs,
            Launcher launcher,
            Reports reports,
            CurrentRun current,
            Equipment equipment,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.leases = leases;
        this.runs = runs;
        this.launcher = launcher;
        this.reports = reports;
        this.current = current;
        this.equipment = equipment;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a request ended. */
    public sealed interface Outcome {

        /** The run came to its end. */
        record Completed(RefreshReport report) implements Outcome {}

        /** The run was asked to end and did; what it committed stands, and the next start goes on with it. */
        record Stopped(long run) implements Outcome {

            static final String WHY = "asked to end before its end; the next start goes on with it";
        }

        /** The run stopped short; what it committed stands, and the next run reads the rest. */
        record Failed(long run, String why) implements Outcome {}

        /** Another process is reading; nothing was done. */
        record Busy() implements Outcome {}
    }

    /** Reads what is due, and settles what it means. */
    public Outcome refresh(RefreshRequest request, Progress progress) {
        return run("refresh", request, Optional.empty(), progress);
    }

    /** The same out of an archive, which the request names, and which stays open. */
    public Outcome replay(RefreshRequest request, WarcArchive archive, Progress progress) {
        return run("refresh", request, Optional.of(archive), progress);
    }

    /** Reads again what has changed, and settles what it means. */
    public Outcome confirm(Progress progress) {
        return run("confirm", RefreshRequest.NIGHTLY, Optional.empty(), progress);
    }

    /** Whether such a request was carried out to its end already. */
    public boolean completed(RefreshRequest request) {
        return runs.completed("refresh", request);
    }

    /** Asks a run of that job that is under way in this process to end after its present chunks; returns at once. */
    void stop(String job) {
        current.find().map(ActiveRun::run).filter(run -> run.job().equals(job)).ifPresent(launcher::stop);
    }

    private Outcome run(String job, RefreshRequest request, Optional<WarcArchive> archive, Progress progress) {
        return held.hold(HeldLeases.READING, lease -> {
                    var run = unfinished(job, request).map(runs::resume).orElseGet(() -> runs.begin(job, request));
                    return carryOut(run, lease, archive, progress);
                })
                .orElseGet(Outcome.Busy::new);
    }

    /** The unfinished run of the same request, where one is worth going on with; others are closed. */
    private Optional<Run> unfinished(String job, RefreshRequest request) {
        Optional<Run> same = Optional.empty();
        for (Run run : runs.unfinished(JOBS)) {
            if (run.job().equals(job) && run.request().equals(request) && fresh(run)) {
                same = Optional.of(run);
            } else {
                launcher.abandon(run);
                runs.end(run.id(), "abandoned", "its process died, and something else was asked for next");
            }
        }
        return same;
    }

    private boolean fresh(Run run) {
        return run.request().replay().isPresent()
                || run.asOf().isAfter(clock.instant().minus(WORTH_CONTINUING));
    }

    private Outcome carryOut(Run run, Lease lease, Optional<WarcArchive> archive, Progress progress) {
        long start = System.nanoTime();
        try (var active = equipment.of(run, lease, archive, progress)) {
            current.set(active);
            return switch (launcher.launch(run)) {
                case COMPLETED -> {
                    end(run, lease, "completed", "");
                    yield new Outcome.Completed(reports.of(run, (System.nanoTime() - start) / 1e9));
                }
                case STOPPED, STOPPING -> {
                    end(run, lease, "stopped", Outcome.Stopped.WHY);
                    yield new Outcome.Stopped(run.id());
                }
                case FAILED, ABANDONED, UNKNOWN, STARTING, STARTED -> failed(run, lease);
            };
        } catch (LeaseLost e) {
            LOG.error("run {} was taken over by another process", run.id(), e);
            return new Outcome.Failed(run.id(), "another process took it over");
        } finally {
            current.clear();
        }
    }

    private Outcome failed(Run run, Lease lease) {
        String why = "the engine ended it before its end; the log says why";
        LOG.error("run {}: {}", run.id(), why);
        end(run, lease, "failed", why);
        return new Outcome.Failed(run.id(), why);
    }

    /** Only the holder of the lease may say how the run ended: whoever took it over goes on with it. */
    private void end(Run run, Lease lease, String state, String note) {
        transaction.executeWithoutResult(status -> {
            leases.fence(lease);
            runs.end(run.id(), state, note);
        });
    }
}
