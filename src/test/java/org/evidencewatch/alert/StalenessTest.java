package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StalenessTest {

    private static final Instant JUNE_10 = Instant.parse("2026-06-10T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private DataSource database;
    private JdbcClient db;
    private Recorded recorded;
    private Staleness staleness;
    private long acme;
    private long page;

    @BeforeEach
    void readOnePage() {
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        recorded = new Recorded(database);
        staleness = AlertRoom.on(database, Clock.systemUTC(), new AlertRoom.Taking("webhook")).staleness;
        acme = recorded.company("acme", "Acme");
        page = recorded.source("https://acme.example/refunds");
        recorded.citation(acme, page, "evidence", JUNE_10);
        recorded.read(page, JUNE_10, "first-seen");
    }

    @Test
    void evidenceIsNotStaleAtItsLimit() {
        assertThat(staleness.check(JUNE_10.plus(DAY.multipliedBy(14))).opened()).isEmpty();
        assertThat(staleness
                        .check(JUNE_10.plus(DAY.multipliedBy(14)).plusSeconds(1))
                        .opened())
                .hasSize(1);
    }

    @Test
    void alertSaysSinceWhenAndWhy() {
        recorded.failed(page, JUNE_10.plus(DAY), "TIMEOUT", "The server did not answer within 30 seconds.");

        assertThat(staleness.check(JUNE_10.plus(DAY.multipliedBy(18))).opened())
                .extracting(Alert::sentence)
                .containsExactly(
                        "Acme: not confirmed since 2026-06-10 (18 days; limit 14 days): https://acme.example/refunds,"
                                + " last attempt: The server did not answer within 30 seconds",
                        "not readable since 2026-06-11 (17 days; limit 3 days): https://acme.example/refunds,"
                                + " last attempt: The server did not answer within 30 seconds");
    }

    @Test
    void openAlertIsNotOpenedAgainButKeepsItsWordsCurrent() {
        var first = staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));
        var again = staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));
        var later = staleness.check(JUNE_10.plus(DAY.multipliedBy(19)));

        assertThat(first.opened()).hasSize(1);
        assertThat(again).isEqualTo(new StalenessReport(List.of(), List.of(), List.of(), 1));
        assertThat(later).isEqualTo(new StalenessReport(List.of(), List.of(), List.of(), 1));
        assertThat(staleness.open()).singleElement().satisfies(alert -> {
            assertThat(alert.detail()).contains("19 days").endsWith("last attempt: none since");
            assertThat(alert.openedAt()).isEqualTo(JUNE_10.plus(DAY.multipliedBy(18)));
        });
    }

    @Test
    void alertClosesByItselfAndMayOpenAgain() {
        staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));
        recorded.read(page, JUNE_10.plus(DAY.multipliedBy(19)), "unchanged");

        var closed = staleness.check(JUNE_10.plus(DAY.multipliedBy(19)));
        var reopened = staleness.check(JUNE_10.plus(DAY.multipliedBy(40)));

        assertThat(closed.closed()).hasSize(1);
        assertThat(closed.stillOpen()).isZero();
        assertThat(reopened.opened()).hasSize(1);
        assertThat(db.sql("select count(*) from alert").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void unansweredChangeMakesEvidenceStaleThoughThePageIsRead() {
        long first = recorded.read(page, JUNE_10, "unchanged");
        recorded.change(recorded.read(page, JUNE_10.plus(DAY), "changed"), first);

        assertThat(staleness.check(JUNE_10.plus(DAY.multipliedBy(15))).opened())
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail())
                        .endsWith("last attempt: read on 2026-06-11, its change awaits a decision"));
    }

    @Test
    void retiredCitationTakesItsAlertAlong() {
        long other = recorded.citation(recorded.company("zenith", "Zenith"), page, "evidence", JUNE_10);
        staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));
        recorded.retire(other);

        assertThat(staleness.check(JUNE_10.plus(DAY.multipliedBy(18))).closed())
                .extracting(Alert::subject)
                .containsExactly("citation:" + other);
    }

    @Test
    void oneLetterTellsOfOneCheckAndNoneOfNothing() {
        staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));
        staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));

        assertThat(bodies())
                .singleElement()
                .satisfies(body -> assertThat(body.at("/data/opened").asInt()).isEqualTo(1));
    }

    @Test
    void programsAreToldOfEveryAlertOnce() {
        db.sql("""
                insert into source (url, host, created_at)
                select 'https://acme.example/' || n, 'acme.example', now() from generate_series(1, 5009) n;
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select %d, id, 'evidence', url, 'Help', '2026-06-09' from source where url <> 'https://acme.example/refunds'
                """.formatted(acme)).update();

        var report = staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));

        assertThat(report.opened())
                .filteredOn(alert -> alert.kind() == Kind.STALE_EVIDENCE)
                .hasSize(5010);
        var told = bodies().stream()
                .flatMap(body -> body.at("/data/lines").valueStream())
                .map(line -> line.get("id").asString())
                .toList();
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(report.opened().stream()
                        .map(alert -> alert.uid().toString())
                        .toList());
        assertThat(bodies())
                .allSatisfy(body -> assertThat(body.toString().length()).isLessThan(40_000));
    }

    @Test
    void checksAtTheSameTimeOpenEachAlertOnce() throws Exception {
        Callable<StalenessReport> check = () -> staleness.check(JUNE_10.plus(DAY.multipliedBy(18)));
        try (var threads = Executors.newFixedThreadPool(4)) {
            int opened = 0;
            for (var done : threads.invokeAll(List.of(check, check, check, check))) {
                opened += done.get().opened().size();
            }
            assertThat(opened).isEqualTo(1);
        }
    }

    private List<JsonNode> bodies() {
        return db
                .sql("select convert_from(body, 'UTF8') from outbox order by created_at, id")
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
