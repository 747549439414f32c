package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.ClaimSheets;
import org.evidencewatch.change.ClaimWatch;
import org.evidencewatch.fact.Role;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The claims of the demonstration's records through its nights, beside what {@code fixtures/demo/claims.json} says of them. */
class ClaimsOfTheDemoTest {

    private static final Path FIXTURES = Path.of("fixtures");
    private static final List<String> NIGHTS = List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13");

    @Test
    void everyNightJudgesTheClaimsThatItTouchedAndNoOthers() throws Exception {
        var truth = new JsonMapper().readTree(Files.readString(FIXTURES.resolve("demo/claims.json")));
        try (var house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"))) {
            house.importSample(FIXTURES.resolve("demo/companies.json"));
            for (String night : NIGHTS) {
                replay(house, night);
                assertThat(judged(house, night))
                        .as("verdicts that are new after " + night)
                        .containsExactlyInAnyOrderElementsOf(
                                expected(truth.get("verdicts").get(night)));
                checkThatNothingIsLeft(house);
            }
            assertThat(links(house, "deeplearning-ai"))
                    .containsExactlyElementsOf(quoted(truth.get("links").get("deeplearning-ai")));
            assertThat(house.get(Verification.class).checks())
                    .filteredOn(check -> !check.ok())
                    .isEmpty();
        }
    }

    private static void replay(TestHouse house, String night) {
        var request =
                RefreshRequest.replayOf(FIXTURES.resolve("nights").resolve(night), Instant.parse(night + "T02:00:00Z"));
        assertThat(house.get(Refresh.class).refresh(request, Progress.NONE)).isInstanceOf(Completed.class);
    }

    /** Of the first night, which judges every claim, only what is not plainly supported. */
    private static List<String> judged(TestHouse house, String night) {
        return house.get(JdbcClient.class)
                .sql("""
                        select concat_ws(' ', o.slug, k.dimension, s.url, v.verdict, v.read)
                        from claim_verdict v join company o on o.id = v.company_id join claim k on k.id = v.claim_id
                        join source s on s.id = v.source_id
                        where v.at >= :night::timestamptz and v.at < :night::timestamptz + interval '1 day'
                          and not (:first and v.verdict = 'supported' and v.read = 'good')""")
                .param("night", night + "T00:00:00Z")
                .param("first", night.equals(NIGHTS.getFirst()))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What was judged once is not judged again. */
    private static void checkThatNothingIsLeft(TestHouse house) {
        var before = rows(house);
        house.get(ClaimWatch.class).settle(Instant.parse("2026-06-14T00:00:00Z"));
        assertThat(rows(house)).isEqualTo(before);
    }

    private static List<Long> rows(TestHouse house) {
        return house.get(JdbcClient.class)
                .sql("""
                        select (select count(*) from claim_link), (select count(*) from claim_reading),
                            (select count(*) from claim_verdict)""")
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private static List<String> links(TestHouse house, String slug) {
        return house.get(ClaimSheets.class).of(slug).orElseThrow().claims().stream()
                .flatMap(claim -> claim.pages().stream().flatMap(page -> links(claim, page).stream()))
                .toList();
    }

    private static List<String> links(ClaimSheet.Of claim, ClaimSheet.Page page) {
        return page.links().stream()
                .map(link -> String.join(
                        " ",
                        claim.dimension().key(),
                        page.url(),
                        link.role().map(Role::word).orElse("-"),
                        link.value().orElse("-"),
                        link.quote().exact()))
                .toList();
    }

    private static List<String> expected(JsonNode rows) {
        return texts(rows, "company", "dimension", "url", "verdict", "read");
    }

    private static List<String> quoted(JsonNode rows) {
        return texts(rows, "dimension", "url", "role", "value", "quote");
    }

    private static List<String> texts(JsonNode rows, String... fields) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> String.join(
                        " ",
                        List.of(fields).stream()
                                .map(field -> row.has(field) ? row.get(field).asString() : "-")
                                .toList()))
                .toList();
    }
}
