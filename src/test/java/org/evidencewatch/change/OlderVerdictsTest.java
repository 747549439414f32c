package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.evidencewatch.TestHouse;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Verdicts from before the rules that made them were on record. */
class OlderVerdictsTest {

    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V5__rules_of_a_verdict.sql");

    @Test
    void areThoseOfTheExtractorThatFirstReadTheirPage() throws IOException {
        String migration = Files.readString(MIGRATION);
        try (var house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"))) {
            house.importSample(Path.of("fixtures/demo/companies.json"));
            house.get(Refresh.class)
                    .refresh(
                            RefreshRequest.replayOf(
                                    Path.of("fixtures/nights/2026-06-10"), Instant.parse("2026-06-10T02:00:00Z")),
                            Progress.NONE);
            var db = house.get(JdbcClient.class);
            new TransactionTemplate(house.get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                db.sql("alter table comparison drop column extractor_version, drop column detector_version;"
                                + "alter table change_outcome drop column capture_id cascade")
                        .update();
                db.sql(migration).update();
                assertThat(db.sql("select distinct extractor_version || ' ' || detector_version from comparison")
                                .query((row, n) -> row.getString(1))
                                .list())
                        .containsExactly(new Extractor().version() + " 1");
                status.setRollbackOnly();
            });
        }
    }
}
