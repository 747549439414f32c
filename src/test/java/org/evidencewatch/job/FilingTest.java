package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.TestHouse;
import org.evidencewatch.change.Changes;
import org.evidencewatch.change.Comparisons;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.Way;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Purpose;
import org.evidencewatch.snapshot.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A page that cannot be stored or judged costs only itself; and what was stored is told when it rots. */
@Timeout(60)
class FilingTest {

    private static final Instant NOW = Instant.parse("2026-06-10T02:00:00Z");

    private final TestHouse house = TestHouse.open(NOW);
    private final JdbcClient db = house.get(JdbcClient.class);

    @BeforeEach
    void planThreePages() {
        db.sql("""
                insert into run (job, parameters, as_of, started_at, state) values ('refresh', '{}', now(), now(), 'running');
                insert into source (url, host, created_at)
                select 'https://h.example/' || n, 'h.example', now() from generate_series(1, 3) n;
                insert into visit (run_id, source_id, purpose, bucket) select 1, id, 'refresh', 0 from source
                """).update();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTextThatPostgresRefusesCostsOnlyItsPage() {
        file(page(1, "one", Map.of()), page(2, "t\0wo", Map.of()), page(3, "three", Map.of()));
        assertThat(outcomes()).containsExactly("OK", "NOT_STORABLE", "OK");
    }

    @Test
    void halfASurrogatePairKeepsNoPageFromBeingFiled() {
        // Half of a surrogate pair is no character, and has no form in UTF-8.
        file(page(1, "one", Map.of()), page(2, "two", "\ud800", Map.of()), page(3, "three", Map.of()));
        assertThat(outcomes()).containsExactly("OK", "OK", "OK");
    }

    @Test
    void aHeaderWithNulIsKeptWithoutIt() {
        file(page(1, "one", Map.of("etag", List.of("\"a\0b\""), "x-odd", List.of("\0"))));
        assertThat(outcomes()).containsExactly("OK");
    }

    @Test
    void equalBytesAreStoredOnceAndARottenBitIsFound() {
        file(page(1, "same", Map.of()), page(2, "same", Map.of()));
        assertThat(db.sql("select digest from snapshot")
                        .query((row, n) -> row.getString(1))
                        .list())
                .hasSize(1);
        assertThat(check("I-01").ok()).isTrue();

        db.sql("""
                alter table snapshot disable trigger all;
                update snapshot set body = set_bit(body, length(body) * 8 - 1, 1 - get_bit(body, length(body) * 8 - 1))
                """).update();

        assertThat(check("I-01").ok()).isFalse();
        assertThatThrownBy(() -> house.get(Snapshots.class)
                        .body(ContentDigest.of("same".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(RuntimeException.class);
        assertThat(check("R-5").ok()).as("the trigger that is off").isFalse();
    }

    @Test
    void eachViolationTurnsItsCheckRed() {
        file(page(1, "one", Map.of()));
        var planted = Map.of(
                "I-03", """
                    drop index work_item_one_open;
                    insert into company (slug, name, created_at) values ('acme', 'Acme', now());
                    insert into work_item (company_id, opened_at) select id, now() from company, generate_series(1, 2)""",
                "I-15", "update run set state = 'completed', ended_at = now()",
                "I-18",
                        "insert into run (job, parameters, as_of, started_at, ended_at, state)"
                                + " values ('refresh', '{}', now(), now(), now(), 'failed')",
                "I-22", "update run set counts = '{\"sources\": 99}'",
                "I-23", """
                    alter table comparison disable trigger all; alter table baseline disable trigger all;
                    alter table capture disable trigger all;
                    update capture set detail = 'java.lang.X: null'""");
        planted.forEach((id, sql) -> {
            String before = id.equals("I-18")
                    ? "update run set state = 'completed', ended_at = now(); delete from visit where source_id > 1"
                    : "insert into lease values ('reading', 'x', 1, clock_timestamp() + interval '1 hour')";
            assertThat(broken(before, sql)).as(id).contains(id);
        });
    }

    @Test
    void staleEvidenceWithoutAnAlertIsRedOnceNoRunCrossedTheCheck() {
        String old = """
                insert into company (slug, name, created_at) values ('acme', 'Acme', '2026-01-01');
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select o.id, s.id, 'evidence', s.url, '', '2026-01-01' from company o, source s where s.id = 1""";
        String check = """
                insert into run (job, parameters, as_of, started_at, ended_at, state)
                values ('staleness', '{}', '2026-06-10', '2026-06-10', '2026-06-10', 'completed')""";
        String ended = "update run set state = 'completed', ended_at = timestamptz '2026-06-10' + interval '%s'";

        assertThat(broken(old, ended.formatted("-1 second"), check)).contains("I-24");
        assertThat(broken(old, ended.formatted("1 second"), check)).doesNotContain("I-24");
        assertThat(broken(old, check)).as("the run still goes on").doesNotContain("I-24");
    }

    /** The checks that are red once these statements were carried out, which are then undone. */
    private List<String> broken(String... statements) {
        return new TransactionTemplate(house.get(PlatformTransactionManager.class)).execute(status -> {
            for (String sql : statements) {
                db.sql(sql).update();
            }
            status.setRollbackOnly();
            return house.get(Verification.class).checks().stream()
                    .filter(c -> !c.ok())
                    .map(c -> c.id())
                    .toList();
        });
    }

    private Verification.Check check(String id) {
        return house.get(Verification.class).checks().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void file(Visited... batch) {
        var transactions = house.get(PlatformTransactionManager.class);
        var filing = new Filing(
                house.get(Snapshots.class),
                house.get(Extractions.class),
                house.get(Comparisons.class),
                house.get(Readings.class),
                house.get(Changes.class),
                house.get(Sightings.class),
                Duration.ofMinutes(30),
                transactions);
        new TransactionTemplate(transactions).executeWithoutResult(status -> filing.file(List.of(batch)));
    }

    private List<String> outcomes() {
        return db.sql("select outcome from capture order by source_id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Visited page(long source, String title, Map<String, List<String>> headers) {
        return page(source, title, "text", headers);
    }

    private static Visited page(long source, String title, String text, Map<String, List<String>> headers) {
        var url = URI.create("https://h.example/" + source);
        byte[] body = title.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var attempt = new Attempt(1, source, Purpose.REFRESH, url, NOW, Duration.ZERO);
        var answer = new Received(200, headers, body, url, List.of(), Optional.empty(), body.length);
        var reading = new Reading(
                new Extractor().version(),
                "generic",
                Way.STRUCTURE,
                PageState.OK,
                List.of(),
                title,
                List.of(new Block("", text, text)),
                1);
        return new Visited(
                new Visit(1, Purpose.REFRESH, source, url, "h.example"),
                new Response(attempt, answer, ContentDigest.of(body)),
                Optional.of(new Visited.Interpretation(reading, ContentDigest.of("text"), Snapshots.pack(body))));
    }
}
