package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was seen and said stays as it was written: the database itself refuses to change it. */
class AppendOnlyTest {

    private static TestHouse house;

    @BeforeAll
    static void twoNightsOfTheDemonstration() {
        house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"));
        house.importSample(Path.of("fixtures/demo/companies.json"));
        for (String night : new String[] {"2026-06-10", "2026-06-12"}) {
            house.get(Refresh.class)
                    .refresh(
                            RefreshRequest.replayOf(
                                    Path.of("fixtures/nights", night), Instant.parse(night + "T02:00:00Z")),
                            Progress.NONE);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import_file",
                "revision",
                "revision_claim",
                "snapshot",
                "capture",
                "extraction",
                "baseline",
                "comparison",
                "change",
                "confirmation",
                "change_outcome",
                "claim_link",
                "claim_reading",
                "claim_verdict"
            })
    void refusesUpdateDeleteAndTruncate(String table) {
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from " + table)
                        .query((rs, n) -> rs.getLong(1))
                        .single())
                .as("rows of " + table)
                .isPositive();
        String column = house.get(JdbcClient.class)
                .sql("""
                        select column_name from information_schema.columns
                        where table_name = :table and is_identity = 'NO' order by ordinal_position limit 1""")
                .param("table", table)
                .query((rs, n) -> rs.getString(1))
                .single();
        refused("update %s set %s = %s".formatted(table, column, column), table);
        refused("delete from " + table, table);
        refused("truncate " + table + " cascade", "append-only");
    }

    @Test
    void theEngineKeepsItsRecordsInTheSameDatabase() {
        assertThat(house.get(JobRepository.class).findJobInstances("refresh")).hasSize(2);
        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from batch_job_execution where status = 'COMPLETED'")
                        .query((rs, n) -> rs.getLong(1))
                        .single())
                .isEqualTo(2);
    }

    private static void refused(String sql, String naming) {
        assertThatThrownBy(() -> house.get(JdbcClient.class).sql(sql).update())
                .as(sql)
                .rootCause()
                .hasMessageContaining("append-only")
                .hasMessageContaining(naming);
    }
}
