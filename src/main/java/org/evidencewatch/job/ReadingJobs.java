package org.evidencewatch.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evidencewatch.change.Changes;
import org.evidencewatch.change.ClaimWatch;
import org.evidencewatch.change.Comparisons;
import org.evidencewatch.extract.Endpoints;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.Purpose;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The nightly refresh, as its sentence: read every due page, read again what has changed, settle what that means for
 * companies, report. The job {@code confirm} is the same without the first step.
 */
@Configuration(proxyBeanMethods = false)
class ReadingJobs {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final CurrentRun current;
    private final Leases leases;

    ReadingJobs(JobRepository repository, PlatformTransactionManager transactions, CurrentRun current, Leases leases) {
        this.repository = repository;
        this.transactions = transactions;
        this.current = current;
        this.leases = leases;
    }

    @Bean
    Job refreshJob(Step read, Step readAgain, Step settle, Step report) {
        return new JobBuilder("refresh", repository)
                .start(read)
                .next(readAgain)
                .next(settle)
                .next(report)
                .build();
    }

    @Bean
    Job confirmJob(Step readAgain, Step settle, Step report) {
        return new JobBuilder("confirm", repository)
                .start(readAgain)
                .next(settle)
                .next(report)
                .build();
    }

    @Bean
    Step read(Step readBucket, Visits visits) {
        return partitioned("read", readBucket, visits::planRefresh, Purpose.REFRESH, visits);
    }

    @Bean
    Step readAgain(Step readAgainBucket, Visits visits, ReadingSettings settings) {
        return partitioned(
                "readAgain",
                readAgainBucket,
                run -> visits.planConfirmations(
                        run, current.get().clock(Purpose.CONFIRM).instant().minus(settings.confirmAfter())),
                Purpose.CONFIRM,
                visits);
    }

    @Bean
    Step readBucket(VisitReader refreshReader, Interpreter interpreter, ItemWriter<List<Visited>> filer) {
        return bucket("readBucket", refreshReader, interpreter, filer);
    }

    @Bean
    Step readAgainBucket(VisitReader confirmReader, Interpreter interpreter, ItemWriter<List<Visited>> filer) {
        return bucket("readAgainBucket", confirmReader, interpreter, filer);
    }

    /** Reasons, work items and what is told of them, company by company; then claims, page by page; then what is at stake. */
    @Bean
    Step settle(WorkQueue queue, ClaimWatch claims) {
        return tasklet("settle", run -> {
            Instant at = current.get().clock(Purpose.CONFIRM).instant();
            queue.settle(at);
            claims.settle(at);
            queue.weigh();
        });
    }

    @Bean
    Step report(Reports reports, Runs runs) {
        return tasklet("report", run -> runs.report(run.id(), reports.counts(run.id())));
    }

    @Bean
    @StepScope
    VisitReader refreshReader(
            Visits visits,
            SourceRecords records,
            Endpoints endpoints,
            Extractor extractor,
            @Value("#{stepExecutionContext['bucket']}") int bucket) {
        return new VisitReader(
                current.get(), visits, records, questions(endpoints, extractor), Purpose.REFRESH, bucket);
    }

    @Bean
    @StepScope
    VisitReader confirmReader(
            Visits visits,
            SourceRecords records,
            Endpoints endpoints,
            Extractor extractor,
            @Value("#{stepExecutionContext['bucket']}") int bucket) {
        return new VisitReader(
                current.get(), visits, records, questions(endpoints, extractor), Purpose.CONFIRM, bucket);
    }

    private Questions questions(Endpoints endpoints, Extractor extractor) {
        return new Questions(endpoints, extractor, current.get().probes());
    }

    @Bean
    Filing filing(
            Snapshots snapshots,
            Extractions extractions,
            Comparisons comparisons,
            Readings readings,
            Changes changes,
            Sightings sightings,
            ReadingSettings settings) {
        return new Filing(
                snapshots,
                extractions,
                comparisons,
                readings,
                changes,
                sightings,
                settings.confirmAfter(),
                transactions);
    }

    @Bean
    ItemWriter<List<Visited>> filer(Filing filing) {
        return chunk -> {
            leases.fence(current.get().lease());
            for (List<Visited> batch : chunk) {
                int unread = filing.file(batch);
                current.get().progress().filed(batch.getFirst().visit().purpose(), batch.size(), unread);
            }
        };
    }

    private Step partitioned(String name, Step bucket, Plan plan, Purpose purpose, Visits visits) {
        Partitioner buckets = gridSize -> {
            var run = current.get().run();
            plan.make(run);
            current.get().progress().planned(purpose, visits.remaining(run.id(), purpose));
            return contexts(gridSize);
        };
        var threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setVirtualThreads(true);
        return new StepBuilder(name, repository)
                .partitioner(bucket.getName(), buckets)
                .step(bucket)
                .gridSize(Visits.BUCKETS)
                .taskExecutor(threads)
                .build();
    }

    private static Map<String, ExecutionContext> contexts(int gridSize) {
        var contexts = new HashMap<String, ExecutionContext>();
        for (int i = 0; i < gridSize; i++) {
            var context = new ExecutionContext();
            context.putInt("bucket", i);
            contexts.put("bucket" + i, context);
        }
        return contexts;
    }

    private Step bucket(String name, VisitReader reader, Interpreter interpreter, ItemWriter<List<Visited>> filer) {
        return new StepBuilder(name, repository)
                .<List<Visited>, List<Visited>>chunk(1)
                .reader(reader)
                .processor(interpreter)
                .writer(filer)
                .transactionManager(transactions)
                .build();
    }

    private Step tasklet(String name, Plan work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            leases.fence(current.get().lease());
                            work.make(current.get().run());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** Something done for a run. */
    @FunctionalInterface
    private interface Plan {
        void make(Run run);
    }
}
