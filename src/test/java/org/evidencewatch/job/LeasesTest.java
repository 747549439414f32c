package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One holder at a time, by the database's clock, and no writing for whoever lost it. */
@Timeout(60)
class LeasesTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Leases leases = new Leases(db);

    @Test
    void hasOneHolder() {
        assertThat(leases.acquire("x", LONG)).isPresent();
        assertThat(leases.acquire("x", LONG)).isEmpty();
        assertThat(leases.acquire("y", LONG)).isPresent();
    }

    @Test
    void isTakenOverAfterItsTermUnderAGreaterEpoch() {
        var first = leases.acquire("x", LONG).orElseThrow();
        runOut();
        var second = leases.acquire("x", LONG).orElseThrow();
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(leases.renew(first, LONG)).isFalse();
        leases.release(first);
        assertThat(leases.acquire("x", LONG))
                .as("the loser gave back what was not its own")
                .isEmpty();
    }

    @Test
    void isFreeOnceGivenBack() {
        leases.release(leases.acquire("x", LONG).orElseThrow());
        assertThat(leases.acquire("x", LONG)).isPresent();
    }

    @Test
    void isTakenFromADeadProcessAtOnceAndFromNoOther() {
        var mine = leases.acquire("x", LONG).orElseThrow();
        heldBy("elsewhere/99999999/1/x");
        assertThat(leases.acquire("x", LONG)).isEmpty();
        heldBy(mine.owner().replaceFirst("/\\d+/", "/99999999/"));
        assertThat(leases.acquire("x", LONG)).map(Lease::epoch).hasValue(mine.epoch() + 1);
    }

    @Test
    void fenceRefusesWhoeverLostIt() {
        var lost = leases.acquire("x", LONG).orElseThrow();
        runOut();
        var held = leases.acquire("x", LONG).orElseThrow();
        assertThatThrownBy(() -> fence(lost)).isInstanceOf(LeaseLost.class);
        fence(held);
    }

    @Test
    void fenceHoldsOffATakeOverUntilItsTransactionEnds() throws Exception {
        var lease = leases.acquire("x", LONG).orElseThrow();
        runOut();
        var takeOver = transaction.execute(status -> {
            leases.fence(lease);
            var other = CompletableFuture.supplyAsync(() -> leases.acquire("x", LONG));
            waitUntilSomebodyWaits();
            assertThat(other).isNotDone();
            return other;
        });
        assertThat(takeOver.get(10, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void fenceLetsARenewalThrough() {
        var lease = leases.acquire("x", LONG).orElseThrow();
        transaction.executeWithoutResult(status -> {
            leases.fence(lease);
            var renewal = CompletableFuture.supplyAsync(() -> leases.renew(lease, LONG));
            assertThat(renewal.orTimeout(5, TimeUnit.SECONDS).join()).isTrue();
        });
    }

    private void fence(Lease lease) {
        transaction.executeWithoutResult(status -> leases.fence(lease));
    }

    private void runOut() {
        db.sql("update lease set until = clock_timestamp() - interval '1 second'")
                .update();
    }

    private void heldBy(String owner) {
        db.sql("update lease set owner = :owner").param("owner", owner).update();
    }

    private void waitUntilSomebodyWaits() {
        // pg_locks rather than pg_stat_activity, which a transaction sees as it was when it first looked
        while (db.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }
}
