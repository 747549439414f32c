package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunLedgerTest {

    private static final String GONE = "https://acme.test/gone";

    private Rows rows;
    private RunLedger ledger;

    @BeforeEach
    void emptyLedger() {
        var database = TestDatabase.fresh();
        rows = new Rows(database);
        ledger = new RunLedger(rows.db());
    }

    @Test
    void nothingRecordedIsAnEmptyPage() {
        assertThat(ledger.page(Optional.empty(), 10)).isEmpty();
        assertThat(ledger.find(1)).isEmpty();
        assertThat(ledger.current()).isEmpty();
    }

    @Test
    void pagesGoByKeyFromTheNewestToTheOldest() {
        for (int i = 0; i < 5; i++) {
            begin("completed");
        }

        var first = ledger.page(Optional.empty(), 3);
        var second = ledger.page(Optional.of(first.getLast().run().id()), 3);

        assertThat(first).extracting(each -> each.run().id()).containsExactly(5L, 4L, 3L);
        assertThat(second).extracting(each -> each.run().id()).containsExactly(2L, 1L);
    }

    @Test
    void aRunIsToldWithItsVerdictsAndWhatBecameOfItsDetections() {
        rows.company("acme", GONE);
        long change = rows.observed(GONE, "gone", 60);
        long run = runOf(change);

        var account = ledger.find(run).orElseThrow();
        assertThat(account.planned()).isEqualTo(1);
        assertThat(account.attempted()).isEqualTo(1);
        assertThat(account.unread()).isEqualTo(1);
        assertThat(account.run().counts()).isEqualTo(Map.of("gone", 1));
        assertThat(account.detected()).isEqualTo(1);
        assertThat(account.detections()).isEqualTo(Map.of("observed", 1));
        assertThat(account.discrepancies()).isEmpty();

        rows.end(change, "reverted");
        assertThat(ledger.find(run).orElseThrow().detections()).isEqualTo(Map.of("reverted", 1));
    }

    @Test
    void aCaptureWithoutAVerdictDoesNotAddUp() {
        rows.company("acme", GONE);
        rows.observed(GONE, "gone", 60);

        // the first of its two reads, before the change, has no comparison
        assertThat(ledger.find(1).orElseThrow().discrepancies())
                .containsExactly("1 pages were attempted, 0 have a verdict");
    }

    @Test
    void pagesThatCouldNotBeReadAreListedWithTheirReason() {
        rows.company("acme", GONE);
        long run = runOf(rows.observed(GONE, "gone", 60));

        assertThat(ledger.unread(run, 10)).singleElement().satisfies(page -> {
            assertThat(page.url()).isEqualTo(GONE);
            assertThat(page.purpose()).isEqualTo("refresh");
            assertThat(page.detail()).isEqualTo("read");
        });
        assertThat(ledger.unread(run, 0)).isEmpty();
    }

    @Test
    void theRunThatGoesOnIsReadFromTheDatabase() {
        rows.company("acme", GONE, "https://acme.test/2");
        rows.observed(GONE, "gone", 60);
        long run = begin("running");
        rows.db()
                .sql("insert into visit (run_id, source_id, purpose, bucket) select :run, id, 'refresh', 0 from source")
                .param("run", run)
                .update();
        rows.db().sql("""
                insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, at, duration_ms)
                select :run, min(id), 'refresh', 'no_capture', 'TIMEOUT', 'no answer', false, 'u', now(), 1 from source
                """).param("run", run).update();

        var progress = ledger.current().orElseThrow();
        assertThat(progress.run()).isEqualTo(run);
        assertThat(progress.planned()).isEqualTo(2);
        assertThat(progress.done()).isEqualTo(1);
        assertThat(progress.remaining()).isEqualTo(1);
        assertThat(progress.failed()).isEqualTo(1);
        assertThat(progress.running()).as("nobody works on it").isFalse();
        assertThat(progress.rate(Rows.NIGHT.plus(Duration.ofMinutes(2)))).contains(0.5);

        rows.db()
                .sql("insert into lease values ('reading', 'another process', 1, now() + interval '1 minute')")
                .update();
        assertThat(ledger.current().orElseThrow().running()).isTrue();
    }

    private long begin(String state) {
        return rows.db()
                .sql("""
                        insert into run (job, parameters, as_of, started_at, ended_at, state)
                        values ('refresh', '{}', :at, :at, case when :state <> 'running' then cast(:at as timestamptz) end, :state)
                        returning id""")
                .param("state", state)
                .param("at", Timestamp.from(Rows.NIGHT))
                .query(Long.class)
                .single();
    }

    private long runOf(long change) {
        return rows.db()
                .sql("select m.run_id from change h join comparison m on m.id = h.comparison_id where h.id = :change")
                .param("change", change)
                .query(Long.class)
                .single();
    }
}
