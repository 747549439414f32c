package org.evidencewatch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Fetcher;
import org.evidencewatch.fetch.Fetchers;
import org.evidencewatch.fetch.LiveFetchers;
import org.evidencewatch.snapshot.Purpose;
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
    private static final String STOPPED = "asked to end before its end; the next start goes on with it";
    private static final Duration WORTH_CONTINUING = Duration.ofHours(20);

    private final ReadingLease lease;
    private final Leases leases;
    private final Runs runs;
    private final Launcher launcher;
    private final Reports reports;
    private final CurrentRun current;
    private final ReadingSettings settings;
    private final FetchSettings fetchSettings;
    private final LiveFetchers liveFetchers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Refresh(
            ReadingLease lease,
            Leases leases,
            Runs runs,
            Launcher launcher,
            Reports reports,
            CurrentRun current,
            ReadingSettings settings,
            FetchSettings fetchSettings,
            LiveFetchers liveFetchers,
            TransactionTemplate transaction,
            Clock clock) {
        this.lease = lease;
        this.leases = leases;
        this.runs = runs;
        this.launcher = launcher;
        this.reports = reports;
        this.current = current;
        this.settings = settings;
        this.fetchSettings = fetchSettings;
        this.liveFetchers = liveFetchers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a request ended. */
    public sealed interface Outcome {

        /** The run came to its end. */
        record Completed(RefreshReport report) implements Outcome {}

        /** The run stopped short; what it committed stands, and the next run reads the rest. */
        record Failed(long run, String why) implements Outcome {}

        /** Another process is reading; nothing was done. */
        record Busy() implements Outcome {}
    }

    /** Reads what is due, and settles what it means. */
    public Outcome refresh(RefreshRequest request, Progress progress) {
        return run("refresh", request, progress);
    }

    /** Reads again what has changed, and settles what it means. */
    public Outcome confirm(Progress progress) {
        return run("confirm", RefreshRequest.NIGHTLY, progress);
    }

    /** Whether such a request was carried out to its end already. */
    public boolean completed(RefreshRequest request) {
        return runs.completed("refresh", request);
    }

    /** Asks a run of that job that is under way in this process to end after its present chunks; returns at once. */
    void stop(String job) {
        current.find().map(ActiveRun::run).filter(run -> run.job().equals(job)).ifPresent(launcher::stop);
    }

    private Outcome run(String job, RefreshRequest request, Progress progress) {
        return lease.hold(held -> run(job, request, held, progress)).orElseGet(Outcome.Busy::new);
    }

    private Outcome run(String job, RefreshRequest request, Lease held, Progress progress) {
        var run = unfinished(job, request).map(runs::resume).orElseGet(() -> runs.begin(job, request));
        return carryOut(run, held, progress);
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

    private Outcome carryOut(Run run, Lease lease, Progress progress) {
        long start = System.nanoTime();
        try (var active = new ActiveRun(run, lease, fetchers(run), clocks(run), progress)) {
            current.set(active);
            return switch (launcher.launch(run)) {
                case COMPLETED -> {
                    end(run, lease, "completed", "");
                    yield new Outcome.Completed(reports.of(run, (System.nanoTime() - start) / 1e9));
                }
                case STOPPED, STOPPING -> {
                    end(run, lease, "stopped", STOPPED);
                    yield new Outcome.Failed(run.id(), STOPPED);
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

    private Map<Purpose, Fetcher> fetchers(Run run) {
        return run.request()
                .replay()
                .map(night -> Map.of(
                        Purpose.REFRESH, Fetchers.replay(night, false, fetchSettings, clock),
                        Purpose.CONFIRM, Fetchers.replay(night, true, fetchSettings, clock)))
                .orElseGet(() -> {
                    var live = liveFetchers.open(Owner.ofThisProcess(), Owner::isDead);
                    return Map.of(Purpose.REFRESH, live, Purpose.CONFIRM, live);
                });
    }

    /** A replay happens at the time it pretends, and its second read as much later as a change must wait. */
    private Map<Purpose, Clock> clocks(Run run) {
        return run.request().replay().isEmpty()
                ? Map.of(Purpose.REFRESH, clock, Purpose.CONFIRM, clock)
                : Map.of(
                        Purpose.REFRESH, fixed(run.asOf()),
                        Purpose.CONFIRM, fixed(run.asOf().plus(settings.confirmAfter())));
    }

    private static Clock fixed(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
