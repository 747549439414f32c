package org.evidencewatch.citation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.CompanyCitations;
import org.evidencewatch.company.CompanyRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The published records: as they were imported, and as people decided since. Each is stored in one transaction or not at
 * all; storing it again changes nothing. Safe for several importers at once: they take a company one after another.
 */
@Repository
public class Records {

    private final RecordTables tables;
    private final RecordQueries reading;
    private final DataSetRecords dataSets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Records(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.tables = new RecordTables(jdbc);
        this.reading = new RecordQueries(jdbc);
        this.dataSets = new DataSetRecords(jdbc, tables, transactions, clock);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Stores a record as the index now publishes it. One that says what its last import said changes nothing, whatever
     * was decided since. One that says something else becomes a new revision, and has the last word: claims, score and
     * citations are as it says, and the company waits for no new score. Citations that it no longer holds are retired,
     * and come back when it holds them again.
     *
     * @param sample whether it belongs to the demonstration's invented index; a company that was imported otherwise
     *     never becomes one
     * @throws IllegalArgumentException if it cites what is no page
     */
    public SaveOutcome save(CompanyRecord record, ImportFile origin, boolean sample) {
        return inTransaction(() -> {
            var now = clock.instant();
            var content = content(record);
            var held = hold(record.slug(), record.name(), sample, now);
            long company = held.company();
            if (!held.added() && isAgain(company, record, content)) {
                return makeReal(company, sample);
            }
            tables.describe(company, content);
            tables.cite(company, content.pages(), now);
            tables.retireOthers(company, content.pages().keySet(), now);
            revise(company, content, RecordDigest.of(asWritten(record)), origin, now);
            tables.rescored(company, now);
            makeReal(company, sample);
            return held.added() ? SaveOutcome.ADDED : SaveOutcome.UPDATED;
        });
    }

    /**
     * Adds citations to a company, which is created when neither its slug nor its name is known; its claims and score
     * stay, and so do its other citations. What was said of a citation before is no news: it stays as people have made
     * it since.
     */
    public SaveOutcome attach(CompanyCitations additions, ImportFile origin, boolean sample) {
        return inTransaction(() -> {
            var now = clock.instant();
            var pages = pages(additions.citations());
            String slug = tables.slugOf(additions.slug(), additions.name());
            var held = hold(slug, additions.name(), sample, now);
            long company = held.company();
            if (held.added()) {
                var nothing = asWritten(named(slug, additions.name()));
                revise(company, nothing, RecordDigest.of(nothing), origin, now);
            }
            var news = news(company, pages);
            if (!held.added() && news.isEmpty()) {
                return makeReal(company, sample);
            }
            tables.cite(company, news, now);
            makeReal(company, sample);
            return held.added() ? SaveOutcome.ADDED : SaveOutcome.UPDATED;
        });
    }

    /** What stores the companies of exported data sets. */
    DataSetRecords dataSets() {
        return dataSets;
    }

    /** The record of this slug as it stands. */
    public Optional<StoredRecord> find(String slug) {
        return inTransaction(() -> reading.id(slug).flatMap(reading::find));
    }

    /** The canonical addresses of the sources that these citations would be of. */
    public Set<String> sources(List<CitedPage> citations) {
        return pages(citations).keySet();
    }

    /** The slugs of all companies, in alphabetical order. */
    public List<String> slugs() {
        return reading.slugs();
    }

    private record Held(long company, boolean added) {}

    /** Takes the company for this transaction, adding it when it is not known. */
    private Held hold(String slug, String name, boolean sample, Instant now) {
        var known = tables.lock(slug);
        var added = known.isEmpty() ? tables.add(slug, name, sample, now) : Optional.<Long>empty();
        var company = known.or(() -> added).or(() -> tables.lock(slug));
        return new Held(company.orElseThrow(), added.isPresent());
    }

    private SaveOutcome makeReal(long company, boolean sample) {
        return !sample && tables.makeReal(company) ? SaveOutcome.UPDATED : SaveOutcome.UNCHANGED;
    }

    private void revise(long company, RecordContent content, String digest, ImportFile origin, Instant now) {
        long file = tables.importId(origin, company);
        tables.claim(company, tables.revise(company, file, content.assessment(), digest, now), content);
    }

    /** Whether the newest import said the same, by these addresses or by those of the sources behind them. */
    private boolean isAgain(long company, CompanyRecord record, RecordContent content) {
        return reading.importDigest(company)
                .map(last -> last.equals(RecordDigest.of(asWritten(record))) || last.equals(RecordDigest.of(content)))
                .orElseGet(() -> isAgainWithoutDigest(company, content));
    }

    /** Imports from before there were digests: pages are compared as long as no person changed which are cited. */
    private boolean isAgainWithoutDigest(long company, RecordContent content) {
        return reading.imported(company)
                .map(stored -> content(stored.record()))
                .filter(stored -> reading.repaired(company) ? stored.statesTheSame(content) : stored.equals(content))
                .isPresent();
    }

    private Map<String, CitedPage> news(long company, Map<String, CitedPage> pages) {
        var cited = reading.cited(company);
        var news = new LinkedHashMap<>(pages);
        news.entrySet()
                .removeIf(page -> Optional.ofNullable(cited.get(page.getKey()))
                        .filter(known -> known.heard(page.getValue()))
                        .isPresent());
        return news;
    }

    /** By the addresses that it writes: which of them are one source may turn out otherwise later. */
    private static RecordContent asWritten(CompanyRecord record) {
        return RecordContent.of(record, Map.of());
    }

    private RecordContent content(CompanyRecord record) {
        return RecordContent.of(record, tables.sourcesByAlias(record.citations()));
    }

    private Map<String, CitedPage> pages(List<CitedPage> citations) {
        return RecordContent.pages(citations, tables.sourcesByAlias(citations));
    }

    private static CompanyRecord named(String slug, String name) {
        return new CompanyRecord(slug, name, Optional.empty(), Optional.empty(), Assessment.NONE, List.of(), List.of());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
