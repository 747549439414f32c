package org.evidencewatch.job;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Reading history again, as its sentence: read again what today's extractor has not read, where that is adopted; judge the
 * captures of each source once more.
 */
@Component
class ReextractJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReextractJob.class);
    private static final int AT_ONCE = 20;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Leases leases;
    private final StoredHistory history;
    private final SourceReplay replay;
    private final Readings readings;
    private final Extractions extractions;
    private final Clock clock;

    ReextractJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Leases leases,
            StoredHistory history,
            SourceReplay replay,
            Readings readings,
            Extractions extractions,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.leases = leases;
        this.history = history;
        this.replay = replay;
        this.readings = readings;
        this.extractions = extractions;
        this.clock = clock;
    }

    /** One run, with what it has found so far. */
    record Work(ReextractRequest request, Lease lease, ReextractTally tally, Progress progress) {}

    /** The job, for one run. */
    Job of(Work work) {
        return new JobBuilder(Reextract.NAME, repository)
                .start(readAgain(work))
                .next(judgeAgain(work))
                .build();
    }

    private Step readAgain(Work work) {
        var last = new AtomicLong();
        return step("readAgain", work, () -> {
            var next = work.request().adopt()
                    ? history.unread(work.request(), readings.version(), last.get(), AT_ONCE)
                    : List.<Long>of();
            keep(next, work);
            next.stream().reduce((a, b) -> b).ifPresent(last::set);
            return !next.isEmpty();
        });
    }

    private Step judgeAgain(Work work) {
        var last = new AtomicLong();
        return step("judgeAgain", work, () -> {
            if (last.get() == 0) {
                work.progress().planned(Purpose.REFRESH, history.captures(work.request()));
            }
            var next = history.source(work.request(), last.get());
            next.ifPresent(source -> {
                last.set(source.id());
                work.progress().filed(Purpose.REFRESH, replay.replay(work.request(), source, work.tally()), 0);
            });
            return next.isPresent();
        });
    }

    private void keep(List<Long> captures, Work work) {
        var kept = captures.stream().flatMap(id -> read(id).stream()).toList();
        extractions.save(kept);
        work.tally().kept(kept.size());
    }

    /** A page on which the extractor fails is left as it was read before. */
    private List<Extractions.Of> read(long id) {
        try {
            var reading = readings.anew(id).own();
            var text = ContentDigest.of(reading.comparisonText());
            return List.of(new Extractions.Of(id, reading, text, clock.instant()));
        } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
            LOG.error("capture {} cannot be read again", id, e);
            return List.of();
        }
    }

    /** A step that does one piece of its work in a transaction of its own until there is none left. */
    private Step step(String name, Work work, Piece piece) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            leases.fence(work.lease());
                            return RepeatStatus.continueIf(piece.done());
                        },
                        transactions)
                .build();
    }

    /** Does a piece of work; false when there was none left. */
    @FunctionalInterface
    private interface Piece {
        boolean done();
    }
}
