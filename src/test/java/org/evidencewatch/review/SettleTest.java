package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SettleTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(1));

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));

    @Test
    void manyChangesOfOneCompanyMakeOneItem() {
        rows.company("acme", "https://a.test/1", "https://a.test/2");
        rows.confirmed("https://a.test/1", "changed", 40);
        rows.confirmed("https://a.test/2", "quote-lost", 70);

        assertThat(queue.settle(MORNING)).singleElement().satisfies(queued -> {
            assertThat(queued.company()).isEqualTo("acme");
            assertThat(queued.lane()).isEqualTo(Lane.LOST_QUOTE);
            assertThat(queued.reasons())
                    .containsExactly(
                            "number-changed | within 14 days -> within 30 days | https://a.test/2",
                            "number-changed | within 14 days -> within 30 days | https://a.test/1");
        });
        assertThat(queue.list()).singleElement().satisfies(item -> {
            assertThat(item.reasons()).extracting(OpenReason::severity).containsExactly(70, 40);
            assertThat(item.severity()).isEqualTo(70);
        });
    }

    @Test
    void eightThreadsAndAHundredChangesMakeOneItemWithAHundredReasons() throws Exception {
        String[] urls =
                IntStream.range(0, 100).mapToObj(i -> "https://a.test/" + i).toArray(String[]::new);
        rows.company("acme", urls);
        for (String url : urls) {
            rows.confirmed(url, "changed", 50);
        }
        var start = new CyclicBarrier(8);
        List<Queued> queued = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<Queued>>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return queue.settle(MORNING);
                }));
            }
            for (Future<List<Queued>> run : runs) {
                queued.addAll(run.get(1, TimeUnit.MINUTES));
            }
        }

        assertThat(rows.count("work_item")).isEqualTo(1);
        assertThat(rows.count("reason")).isEqualTo(100);
        assertThat(queued).singleElement().extracting(q -> q.reasons().size()).isEqualTo(100);
    }

    @Test
    void settlingTwiceQueuesNothingNew() {
        rows.company("acme", "https://a.test/");
        rows.confirmed("https://a.test/", "changed", 40);

        assertThat(queue.settle(MORNING)).hasSize(1);
        assertThat(queue.settle(MORNING)).isEmpty();
        assertThat(rows.count("reason")).isEqualTo(1);
    }

    @Test
    void anUnconfirmedChangeIsNotQueued() {
        rows.company("acme", "https://a.test/");
        rows.observed("https://a.test/", "changed", 40);

        assertThat(queue.settle(MORNING)).isEmpty();
        assertThat(rows.count("work_item")).isZero();
    }

    @Test
    void aCitationThatWasRetiredQueuesNothing() {
        rows.company("acme", "https://a.test/");
        rows.confirmed("https://a.test/", "changed", 40);
        rows.db().sql("update citation set retired_at = now()").update();

        assertThat(queue.settle(MORNING)).isEmpty();
        assertThat(rows.count("work_item")).isZero();
    }

    @Test
    void aSharedPageQueuesEveryCompanyThatCitesIt() {
        rows.company("acme", "https://shared.test/");
        rows.company("bolt", "https://shared.test/");
        rows.confirmed("https://shared.test/", "gone", 80);

        assertThat(queue.settle(MORNING))
                .extracting(Queued::company, Queued::lane)
                .containsExactly(tuple("acme", Lane.GONE), tuple("bolt", Lane.GONE));
    }

    @Test
    void aPageThatWentBackClosesItsReasonAndTheItem() {
        rows.company("acme", "https://a.test/");
        long change = rows.confirmed("https://a.test/", "changed", 40);
        queue.settle(MORNING);
        rows.end(change, "reverted");

        assertThat(queue.settle(MORNING)).isEmpty();
        assertThat(queue.list()).isEmpty();
        assertThat(rows.count("reason where closed_as = 'reverted'")).isEqualTo(1);
        assertThat(rows.count("work_item where closed_at is not null")).isEqualTo(1);
    }

    @Test
    void aPageThatChangedOnceMoreKeepsTheItemOpenForTheNewChange() {
        rows.company("acme", "https://a.test/");
        long first = rows.confirmed("https://a.test/", "changed", 40);
        queue.settle(MORNING);
        rows.end(first, "superseded");
        rows.confirmed("https://a.test/", "changed", 60);

        assertThat(queue.settle(MORNING)).hasSize(1);
        assertThat(rows.count("work_item")).isEqualTo(1);
        assertThat(queue.list())
                .singleElement()
                .satisfies(item -> assertThat(item.reasons())
                        .extracting(OpenReason::severity)
                        .containsExactly(60));
    }

    @Test
    void oneCompanyThatFailsDoesNotStopTheRestEvenInsideATransactionOfTheCaller() {
        rows.company("acme", "https://shared.test/");
        rows.company("bolt", "https://shared.test/");
        rows.confirmed("https://shared.test/", "changed", 40);
        rows.db().sql("""
                create function refuse_acme() returns trigger language plpgsql as $$
                begin
                    if new.company_id = (select id from company where slug = 'acme') then
                        raise exception 'no room for acme';
                    end if;
                    return new;
                end $$;
                create trigger refuse_acme before insert on reason for each row execute function refuse_acme();
                """).update();

        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        List<Queued> queued = transaction.execute(tx -> queue.settle(MORNING));
        assertThat(queued).extracting(Queued::company).containsExactly("bolt");
        assertThat(rows.count("work_item")).isEqualTo(1);

        rows.db().sql("drop trigger refuse_acme on reason").update();
        assertThat(queue.settle(MORNING)).extracting(Queued::company).containsExactly("acme");
    }

    @Test
    void theQueueGoesBySeverityThenLaneThenAge() {
        rows.company("moved-high", "https://a.test/1");
        rows.company("gone-high", "https://a.test/2");
        rows.company("changed-low", "https://a.test/3");
        rows.confirmed("https://a.test/3", "changed", 20);
        rows.confirmed("https://a.test/1", "moved", 80);
        rows.confirmed("https://a.test/2", "gone", 80);
        queue.settle(MORNING);

        assertThat(queue.list()).extracting(Item::company).containsExactly("gone-high", "moved-high", "changed-low");
    }

    @Test
    void aGonePageWithoutPassagesStillSaysWhatItIs() {
        rows.company("acme", "https://a.test/");
        rows.confirmed("https://a.test/", "gone", 80, "[]");
        queue.settle(MORNING);

        assertThat(queue.list().getFirst().reasons().getFirst().code()).isEqualTo("gone");
    }
}
