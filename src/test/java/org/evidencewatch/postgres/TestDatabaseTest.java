package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void freshDatabasesAreMigratedAndApart() {
        DataSource one = TestDatabase.fresh();
        DataSource other = TestDatabase.fresh();
        JdbcClient.create(one)
                .sql("insert into company (slug, name, created_at) values ('a', 'A', '2026-01-01T00:00:00Z')")
                .update();
        assertThat(companies(one)).isOne();
        assertThat(companies(other)).isZero();
    }

    @Test
    void sessionsLiveFarFromUtc() {
        assertThat(JdbcClient.create(TestDatabase.fresh())
                        .sql("show time zone")
                        .query(String.class)
                        .single())
                .isEqualTo("America/Los_Angeles");
    }

    private static long companies(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from company")
                .query(Long.class)
                .single();
    }
}
