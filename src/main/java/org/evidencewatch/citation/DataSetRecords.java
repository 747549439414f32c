package org.evidencewatch.citation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.evidencewatch.citation.DataSetTables.Current;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedCompany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the companies of an exported data set, each in one transaction or not at all: the record with the number of its
 * revision, what confirmed it, its corrections, and whether it waits for a score. What this database knows of later is
 * kept: a record whose revision is as high or higher, a newer confirmation; corrections are joined by their ids. Storing a
 * data set again changes nothing.
 */
final class DataSetRecords {

    private final RecordTables records;
    private final DataSetTables tables;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DataSetRecords(JdbcClient jdbc, RecordTables records, PlatformTransactionManager transactions, Clock clock) {
        this.records = records;
        this.tables = new DataSetTables(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What became of a company.
     *
     * @param warning where the record itself was not taken
     */
    record Stored(SaveOutcome outcome, Optional<String> warning) {}

    /** @param sample whether it is marked as part of the demonstration, whatever the data set says */
    Stored save(PublishedCompany company, ImportFile origin, boolean sample) {
        return Objects.requireNonNull(transaction.execute(tx -> saved(company, origin, sample || company.sample())));
    }

    private Stored saved(PublishedCompany company, ImportFile origin, boolean sample) {
        Instant now = clock.instant();
        var rows = new DataSetRows(
                company,
                records.sourcesByAlias(company.citations().stream()
                        .map(PublishedCitation::page)
                        .toList()));
        var known = records.lock(company.slug());
        long id = known.or(() -> records.add(company.slug(), company.record().name(), sample, now))
                .or(() -> records.lock(company.slug()))
                .orElseThrow();
        var current = tables.current(id);
        boolean takes = current.filter(
                        c -> c.revision() >= company.revision() || c.content().equals(rows.content()))
                .isEmpty();
        if (takes) {
            revise(id, company, rows.content(), origin, now);
        }
        int news = keepRest(id, company, rows, now);
        boolean real = !sample && records.makeReal(id);
        if (current.isEmpty()) {
            return new Stored(SaveOutcome.ADDED, Optional.empty());
        }
        return new Stored(
                takes || news > 0 || real ? SaveOutcome.UPDATED : SaveOutcome.UNCHANGED,
                takes ? Optional.empty() : kept(company, rows.content(), current.get()));
    }

    private void revise(long id, PublishedCompany company, RecordContent content, ImportFile origin, Instant now) {
        records.describe(id, content);
        records.cite(id, content.pages(), now);
        records.retireOthers(id, content.pages().keySet(), now);
        long file = records.importId(origin, id);
        long revision = tables.revise(id, file, company.revision(), content.assessment(), company.importDigest(), now);
        records.claim(id, revision, content);
        records.rescored(id, now);
    }

    private int keepRest(long id, PublishedCompany company, DataSetRows rows, Instant now) {
        return tables.check(id, rows.checks(), now)
                + tables.correct(id, rows.corrections(), now)
                + tables.rescore(id, company.revision(), rows.rescore(), now);
    }

    private static Optional<String> kept(PublishedCompany company, RecordContent content, Current current) {
        return current.content().equals(content)
                ? Optional.empty()
                : Optional.of("company '%s' has revision %d here, and %d in the data set: the record here was kept"
                        .formatted(company.slug(), current.revision(), company.revision()));
    }
}
