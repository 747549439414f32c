package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's story, night by night, beside the truth that stands in {@code fixtures/demo/expected.json}. */
class DemoTest {

    private static final Path FIXTURES = Path.of("fixtures");
    private static final List<String> NIGHTS = List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13");

    @Test
    void everyNightLeavesExactlyTheQueueThatIsTrue() throws Exception {
        var truth = new JsonMapper().readTree(Files.readString(FIXTURES.resolve("demo/expected.json")));
        try (var house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"))) {
            house.importSample(FIXTURES.resolve("demo/companies.json"));
            for (String night : NIGHTS) {
                check(house, night, truth.get(night));
            }
            assertThat(house.get(Verification.class).checks())
                    .filteredOn(check -> !check.ok())
                    .isEmpty();
        }
    }

    private static void check(TestHouse house, String night, JsonNode truth) {
        var report = replay(house, night);
        assertThat(report.sources()).as(night).isEqualTo(truth.get("sources").asLong());
        assertThat(report.cannotRead())
                .as("could not be read, " + night)
                .extracting(page -> page.url())
                .containsExactlyInAnyOrderElementsOf(texts(truth.get("cannotRead"), "url"));
        assertThat(house.get(WorkQueue.class).list())
                .as("the queue after " + night)
                .extracting(item -> item.company())
                .containsExactlyInAnyOrderElementsOf(strings(truth.get("queuedCompanies")));
        assertThat(outcomes(house, "unconfirmed", night))
                .as("not confirmed, " + night)
                .containsExactlyInAnyOrderElementsOf(texts(truth.get("unconfirmed"), "url"));
        assertThat(outcomes(house, "reverted", night))
                .as("taken back, " + night)
                .containsExactlyInAnyOrderElementsOf(texts(truth.get("reverted"), "url"));
        assertThat(flagged(house, "changed"))
                .as("flagged as changed after " + night)
                .containsExactlyInAnyOrderElementsOf(texts(truth.get("changed"), "url"));
        assertThat(facts(house))
                .as("facts that differ after " + night)
                .containsExactlyInAnyOrderElementsOf(facts(truth.get("changed")));
        assertThat(flagged(house, "gone")).containsExactlyInAnyOrderElementsOf(texts(truth.get("gone"), "url"));
        assertThat(flagged(house, "moved")).containsExactlyInAnyOrderElementsOf(texts(truth.get("moved"), "url"));
    }

    private static RefreshReport replay(TestHouse house, String night) {
        var request =
                RefreshRequest.replayOf(FIXTURES.resolve("nights").resolve(night), Instant.parse(night + "T02:00:00Z"));
        var outcome = house.get(Refresh.class).refresh(request, Progress.NONE);
        assertThat(outcome).as(night).isInstanceOf(Completed.class);
        return ((Completed) outcome).report();
    }

    private static List<String> outcomes(TestHouse house, String outcome, String night) {
        return house.get(JdbcClient.class)
                .sql("""
                        select s.url from change_state c join source s on s.id = c.source_id
                        join change_outcome o on o.change_id = c.id
                        where c.state = :outcome and o.at >= :night::timestamptz
                          and o.at < :night::timestamptz + interval '1 day'""")
                .param("outcome", outcome)
                .param("night", night + "T00:00:00Z")
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    private static List<String> flagged(TestHouse house, String kind) {
        return house.get(JdbcClient.class)
                .sql("""
                        select s.url from change_state c join source s on s.id = c.source_id
                        where c.state = 'open' and replace(replace(c.kind, 'quote-lost', 'changed'), 'quote-moved',
                            'changed') = :kind""")
                .param("kind", kind)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** What the open changes say of stated facts, each as "page: code: before -> after". */
    private static List<String> facts(TestHouse house) {
        return house.get(JdbcClient.class)
                .sql("""
                        select s.url || ': ' || (r ->> 'code') || ': ' || coalesce(r ->> 'before', 'not stated') || ' -> '
                            || coalesce(r ->> 'after', 'not stated')
                        from change_state c join source s on s.id = c.source_id, jsonb_array_elements(c.reasons) r
                        where c.state = 'open' and r ->> 'code' like 'fact-%'""")
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    private static List<String> facts(JsonNode changed) {
        return StreamSupport.stream(changed.spliterator(), false)
                .flatMap(page -> strings(page.path("facts")).stream()
                        .map(fact -> page.get("url").asString() + ": " + fact))
                .toList();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return List.copyOf(new TreeSet<>(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asString())
                .toList()));
    }

    private static List<String> strings(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
