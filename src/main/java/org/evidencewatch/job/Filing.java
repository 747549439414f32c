package org.evidencewatch.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.change.Changes;
import org.evidencewatch.change.Comparisons;
import org.evidencewatch.change.Comparisons.Judged;
import org.evidencewatch.change.Judge;
import org.evidencewatch.change.Judgement;
import org.evidencewatch.change.Known;
import org.evidencewatch.change.Versions;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.job.Visited.Interpretation;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Filed;
import org.evidencewatch.snapshot.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files a batch in the chunk's transaction: capture, snapshot, extraction and comparison of a page commit together.
 *
 * <p>Where the database refuses something in a batch, or a page makes our own judging fail, its pages are filed one by
 * one, and the page at fault is recorded as not captured: one page never costs another its night. What may pass (a
 * deadlock, a lost connection, a lost lease) is no page's fault and fails the chunk.
 */
class Filing {

    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);
    private static final ContentDigest NO_TEXT = ContentDigest.of("");

    private final Snapshots snapshots;
    private final Extractions extractions;
    private final Comparisons comparisons;
    private final Readings readings;
    private final Changes changes;
    private final Duration confirmAfter;
    private final TransactionTemplate savepoint;

    Filing(
            Snapshots snapshots,
            Extractions extractions,
            Comparisons comparisons,
            Readings readings,
            Changes changes,
            Duration confirmAfter,
            PlatformTransactionManager transactions) {
        this.snapshots = snapshots;
        this.extractions = extractions;
        this.comparisons = comparisons;
        this.readings = readings;
        this.changes = changes;
        this.confirmAfter = confirmAfter;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Files these visits; how many brought no reading of the page. */
    int file(List<Visited> batch) {
        try {
            return attempt(batch);
        } catch (RuntimeException | StackOverflowError e) {
            rethrowIfNoPagesFault(e);
            LOG.warn("a batch could not be filed; filing its {} pages one by one", batch.size(), e);
            return batch.stream().mapToInt(this::fileOne).sum();
        }
    }

    private int fileOne(Visited visited) {
        var attempt = visited.capture().attempt();
        try {
            return attempt(List.of(visited));
        } catch (RuntimeException | StackOverflowError e) {
            rethrowIfNoPagesFault(e);
            LOG.error("{} cannot be filed", visited.visit().url(), e);
            var refused = e instanceof DataIntegrityViolationException
                    ? new NoCapture(attempt, "NOT_STORABLE", "the database refused what the page brought")
                    : new NoCapture(attempt, "CRAWLER_ERROR", "what the page brought made our own judging fail");
            return attempt(List.of(new Visited(visited.visit(), refused, Optional.empty())));
        }
    }

    private static void rethrowIfNoPagesFault(Throwable e) {
        switch (e) {
            case NonTransientDataAccessResourceException resource -> throw resource;
            case NonTransientDataAccessException refused -> {}
            case DataAccessException access -> throw access;
            case TransactionException transaction -> throw transaction;
            default -> {}
        }
    }

    private int attempt(List<Visited> batch) {
        return savepoint.execute(status -> write(batch));
    }

    private int write(List<Visited> batch) {
        var archive = new Rereadings(readings);
        var judge = new Judge(archive, readings.version(), confirmAfter);
        var known = known(judge, batch);
        var ids = snapshots.reserve(batch.size());
        var filed = new ArrayList<Filed>();
        var read = new ArrayList<Extractions.Of>();
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < batch.size(); i++) {
            var visited = batch.get(i);
            var ofSource = known.getOrDefault(visited.visit().sourceId(), Known.NOTHING);
            var judgement = judge(judge, ofSource, visited);
            filed.add(Outcomes.filed(ids.get(i), visited, judgement));
            read.addAll(reading(ids.get(i), visited));
            judged.add(judged(ids.get(i), visited, ofSource, judgement, judge.versions()));
        }
        snapshots.file(filed);
        read.addAll(archive.anew(batch.getFirst().capture().attempt().at()));
        extractions.save(read);
        comparisons.record(judged);
        return (int) filed.stream().filter(f -> !f.good()).count();
    }

    private static List<Extractions.Of> reading(long id, Visited visited) {
        var at = visited.capture().attempt().at();
        return visited.interpretation().map(x -> new Extractions.Of(id, x.reading(), x.text(), at)).stream()
                .toList();
    }

    private static Judged judged(long id, Visited visited, Known known, Judgement judgement, Versions by) {
        var visit = visited.visit();
        return new Judged(
                visit.runId(),
                id,
                visit.sourceId(),
                known.baseline().map(Known.Baseline::captureId),
                judgement,
                by,
                visited.capture().attempt().at());
    }

    /** What is known of the sources of a batch: all of it only where it matters, which on most nights is nowhere. */
    private Map<Long, Known> known(Judge judge, List<Visited> batch) {
        var known = changes.states(
                batch.stream().map(visited -> visited.visit().sourceId()).toList());
        var further = batch.stream()
                .filter(visited -> judge.needsMore(
                        known.getOrDefault(visited.visit().sourceId(), Known.NOTHING),
                        visited.capture(),
                        text(visited)))
                .map(visited -> visited.visit().sourceId())
                .toList();
        return further.isEmpty() ? known : changes.withExperience(known, further);
    }

    private Judgement judge(Judge judge, Known known, Visited visited) {
        return judge.judge(
                known, visited.capture(), visited.interpretation().map(x -> page(visited, x)), text(visited));
    }

    private static ContentDigest text(Visited visited) {
        return visited.interpretation().map(Interpretation::text).orElse(NO_TEXT);
    }

    private Legible page(Visited visited, Interpretation interpretation) {
        return switch (visited.capture()) {
            case Response r ->
                readings.of(
                        interpretation.reading(),
                        Interpreter.page(visited.visit().url(), r));
            case Revisit r -> throw new IllegalStateException("a revisit brings no page: " + r);
            case NoCapture n -> throw new IllegalStateException("no capture brings no page: " + n);
        };
    }
}
