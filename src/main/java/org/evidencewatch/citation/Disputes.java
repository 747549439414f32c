package org.evidencewatch.citation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Dispute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Disputes of records. Each is stored with what puts it before people, or not at all; the same one again changes nothing. */
@Repository
public class Disputes {

    private final JdbcClient jdbc;
    private final RecordTables records;
    private final DisputeDesk desk;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    public Disputes(JdbcClient jdbc, DisputeDesk desk, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.records = new RecordTables(jdbc);
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a dispute: {@code ADDED}, or {@code UNCHANGED} where the company has one that says the same. Empty where the
     * company is not known.
     */
    public Optional<SaveOutcome> take(Dispute dispute, ImportFile origin) {
        return Objects.requireNonNull(
                transaction.execute(status -> records.lock(dispute.company()).map(id -> take(id, dispute, origin))));
    }

    private SaveOutcome take(long company, Dispute dispute, ImportFile origin) {
        var urls =
                dispute.urls().stream().map(url -> CanonicalUrl.of(url).url()).toList();
        String digest = RecordDigest.of(dispute, urls);
        if (isKnown(company, digest)) {
            return SaveOutcome.UNCHANGED;
        }
        var now = clock.instant();
        desk.queue(company, add(company, dispute, digest, origin, now), now);
        return SaveOutcome.ADDED;
    }

    private boolean isKnown(long company, String digest) {
        return jdbc.sql("select exists (select 1 from dispute where company_id = :company and digest = :digest)")
                .param("company", company)
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    private long add(long company, Dispute dispute, String digest, ImportFile origin, Instant now) {
        return jdbc.sql("""
                insert into dispute (company_id, import_id, digest, party, dimension, statement, urls, contact, received_on,
                                     at)
                values (:company, :import, :digest, :party, :dimension, :statement, cast(:urls as jsonb), :contact,
                        :received, :now)
                returning id""")
                .param("company", company)
                .param("import", records.importId(origin, company))
                .param("digest", digest)
                .param("party", dispute.party().key())
                .param("dimension", dispute.dimension().map(Dimension::key).orElse(null))
                .param("statement", dispute.statement())
                .param("urls", json.writeValueAsString(List.copyOf(dispute.urls())))
                .param("contact", dispute.contact().orElse(null))
                .param("received", dispute.received())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
