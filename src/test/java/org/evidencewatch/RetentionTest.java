package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.OpenData;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Retention;
import org.evidencewatch.snapshot.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nothing rests on may go, and nothing else. */
class RetentionTest {

    private static final Instant LATER = Instant.parse("2027-12-01T00:00:00Z");

    private static DataSource week;

    private TestHouse house;

    @TempDir
    Path folder;

    @BeforeAll
    static void aWeekOfTheDemonstration() {
        week = TestDatabase.fresh();
        try (var house = TestHouse.on(week, Instant.parse("2026-06-16T00:00:00Z"))) {
            house.importSample(Path.of("fixtures/demo/companies.json"));
            for (String date : List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13")) {
                night(house, date);
            }
        }
    }

    @BeforeEach
    void afterIt() {
        house = TestHouse.on(TestDatabase.copy(week), Instant.parse("2026-06-16T00:00:00Z"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsCitedStaysAndEverythingGoesOnAsBefore() {
        Set<String> cited = digests("select digest from cited_snapshot");
        var queue = house.get(WorkQueue.class).list();

        var removed = house.get(Retention.class).removeUncited(LATER, LATER);

        assertThat(removed.pages()).isPositive();
        assertThat(removed.freed()).isPositive();
        assertThat(digests("select digest from snapshot_removal")).hasSize(Math.toIntExact(removed.pages()));
        assertThat(cited)
                .allSatisfy(digest -> assertThat(house.get(Snapshots.class).body(new ContentDigest(digest)))
                        .isNotEmpty());
        assertThat(house.get(WorkQueue.class).list()).isEqualTo(queue);
        assertThat(house.get(Verification.class).checks())
                .allSatisfy(check -> assertThat(check.ok()).as(check.detail()).isTrue());
    }

    @Test
    void whatWasPublishedStays() throws Exception {
        house.get(Accounts.class).add("anna", Role.ADMIN, "root");
        assertThat(house.get(OpenData.class).export(folder.resolve("out"), false))
                .isInstanceOf(ExportReply.Exported.class);
        house.get(Retention.class).removeUncited(LATER, LATER);

        assertThat(digests("select digest from exported_snapshot"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(digests("select digest from snapshot_removal"));
    }

    @Test
    void whatWasShownLatelyStays() {
        assertThat(house.get(Retention.class)
                        .removeUncited(Instant.parse("2026-06-01T00:00:00Z"), LATER)
                        .pages())
                .isZero();
    }

    @Test
    void aRemovedPageSaysSoAndGoesOnlyOnce() {
        house.get(Retention.class).removeUncited(LATER, LATER);
        String gone = digests("select digest from snapshot_removal").iterator().next();

        assertThatThrownBy(() -> house.get(Snapshots.class).body(new ContentDigest(gone)))
                .hasMessageContaining("were removed, as nothing cited them");
        assertThat(house.get(Retention.class).removeUncited(LATER, LATER).pages())
                .isZero();
    }

    @Test
    void noOtherWayTakesThePagesAway() {
        assertThatThrownBy(() -> house.get(JdbcClient.class)
                        .sql("update snapshot set body = ''")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("snapshot is append-only");
    }

    private Set<String> digests(String sql) {
        return house.get(JdbcClient.class).sql(sql).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }

    private static void night(TestHouse house, String date) {
        var request = new RefreshRequest(
                Optional.empty(),
                true,
                Optional.of(Path.of("fixtures/nights", date).toAbsolutePath()),
                Optional.of(Instant.parse(date + "T02:00:00Z")));
        assertThat(house.get(Refresh.class).refresh(request, Progress.NONE))
                .isInstanceOf(Refresh.Outcome.Completed.class);
    }
}
