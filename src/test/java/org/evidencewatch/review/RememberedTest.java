package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered is what reading it would give. */
class RememberedTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private final Remembered<Integer> companies = new Remembered<>(db);
    private int readings;

    @Test
    void nothingIsReadTwiceWhileNothingHappens() {
        assertThat(inSnapshot()).isZero();
        assertThat(inSnapshot()).isZero();
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void whatAnotherConnectionCommittedIsSeenAtOnce() {
        inSnapshot();
        add("one");
        assertThat(inSnapshot()).isEqualTo(1);
        assertThat(inSnapshot()).isEqualTo(1);
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void whatWasUnderWayAtTheReadingIsSeenOnceItEnds() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().executeUpdate(insert("one"));
            add("two");
            assertThat(inSnapshot()).isEqualTo(1);
            other.commit();
        }
        assertThat(inSnapshot()).isEqualTo(2);
    }

    @Test
    void itAsksForATransactionThatSeesOneSnapshot() {
        assertThatThrownBy(() -> companies.or(this::count))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read committed");
        assertThat(readings).isZero();
    }

    private int inSnapshot() {
        var snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return Objects.requireNonNull(snapshot.execute(tx -> companies.or(this::count)));
    }

    private int count() {
        readings++;
        return db.sql("select count(*) from company").query(Integer.class).single();
    }

    private void add(String slug) {
        db.sql(insert(slug)).update();
    }

    private static String insert(String slug) {
        return "insert into company (slug, name, created_at) values ('%1$s', '%1$s', now())".formatted(slug);
    }
}
