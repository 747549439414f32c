package org.evidencewatch.job;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The jobs of the house by name: what their files say, what they did last, and a way to run, pause and resume them. */
@Component
public class Jobs {

    private final JobFiles files;
    private final Map<String, NamedJob> jobs;
    private final JobLedger ledger;
    private final DueTimes dueTimes;
    private final Clock clock;

    Jobs(JobFiles files, List<NamedJob> jobs, JobLedger ledger, DueTimes dueTimes, Clock clock) {
        this.files = files;
        this.jobs = jobs.stream().collect(toUnmodifiableMap(NamedJob::name, identity()));
        this.ledger = ledger;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /** What is wrong with the job files, a file for a job that does not exist included. Empty when all is well. */
    public List<JobFileError> errors() {
        return Stream.concat(files.errors().stream(), files.jobs().stream().flatMap(this::errors))
                .toList();
    }

    private Stream<JobFileError> errors(JobFile file) {
        String name = file.name() + JobFiles.ENDING;
        return Optional.ofNullable(jobs.get(file.name()))
                .map(job -> file.parameters().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(parameter -> job.objection(parameter.getKey(), parameter.getValue()).stream()
                                .map(why -> new JobFileError(name, file.line(parameter.getKey()), why))))
                .orElseGet(() -> Stream.of(new JobFileError(
                        name,
                        1,
                        "there is no job '" + file.name() + "'; there are "
                                + jobs.keySet().stream().sorted().toList())));
    }

    /** The names that can be run, paused and resumed. */
    public List<String> names() {
        return files.names();
    }

    /** Every job with a file, by name. */
    public List<JobStatus> list() {
        var now = clock.instant();
        var paused = ledger.paused();
        return files.jobs().stream()
                .map(job -> new JobStatus(
                        job,
                        ledger.last(job.name()),
                        dueTimes.newest(job.name(), now),
                        job.next(now),
                        paused.contains(job.name())))
                .toList();
    }

    /** Runs a job now in the calling thread, paused or not. Empty when no job has that name. */
    public Optional<JobOutcome> run(String name) {
        return files.named(name)
                .flatMap(file -> Optional.ofNullable(jobs.get(name)).map(job -> job.run(file.parameters())));
    }

    /** Keeps a job's schedule from starting it, from now on and in every process. False when no job has that name. */
    public boolean pause(String name) {
        return setPaused(name, true);
    }

    /** Lets a job's schedule start it again. False when no job has that name. */
    public boolean resume(String name) {
        return setPaused(name, false);
    }

    /** Lets whichever process serves the schedules run a job soon, paused or not. False when no job has that name. */
    public boolean ask(String name) {
        if (files.named(name).isEmpty()) {
            return false;
        }
        ledger.ask(name);
        return true;
    }

    /** Whether somebody asked for a run that was not begun yet. */
    public boolean asked(String name) {
        return ledger.asked(name);
    }

    /** What became of a job's newest due times, the newest first. */
    public List<DueTime> dueTimes(String name, int size) {
        return dueTimes.page(name, size);
    }

    /** The newest runs of every job, replays included; the newest first. */
    public List<RecordedRun> newestRuns(int ofEachJob) {
        return ledger.newest(ofEachJob);
    }

    /** The lease under which a job works. */
    String lease(String name) {
        return Optional.ofNullable(jobs.get(name)).map(NamedJob::lease).orElse(name);
    }

    /** Asks a job under way to end soon. */
    void stop(String name) {
        Optional.ofNullable(jobs.get(name)).ifPresent(NamedJob::stop);
    }

    private boolean setPaused(String name, boolean paused) {
        if (files.named(name).isEmpty()) {
            return false;
        }
        ledger.pause(name, paused);
        return true;
    }
}
