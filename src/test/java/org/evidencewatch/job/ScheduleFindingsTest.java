package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.evidencewatch.alert.Finding;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What did not start, and what gets nowhere, is found. */
class ScheduleFindingsTest {

    private static final Instant NIGHT = Instant.parse("2026-06-28T02:10:00Z");
    private static final JobFile NIGHTLY = new JobFile(
            "refresh",
            "10 2 * * *",
            ZoneId.of("UTC"),
            Map.of(),
            new JobFile.About("Reads.", "pages", "captures", "It goes on."),
            Map.of());

    private final JdbcClient db = JdbcClient.create(TestDatabase.fresh());
    private final DueTimes dueTimes = new DueTimes(db);
    private final JobLedger ledger = new JobLedger(db, JsonMapper.shared());
    private final ScheduleFindings findings =
            new ScheduleFindings(new JobFiles(List.of(NIGHTLY), List.of()), ledger, dueTimes);

    @Test
    void aNightThatDidNotStartIsToldAfterAnHour() {
        dueTimes.put("refresh", NIGHT.minus(Duration.ofDays(1)), DueTime.State.COMPLETED, 0);

        assertThat(findings.findings(NIGHT.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(findings.findings(NIGHT.plus(Duration.ofMinutes(60))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.RUN_MISSED);
                    assertThat(finding.detail()).isEqualTo("refresh was due at 2026-06-28T02:10:00Z and did not start");
                });
    }

    @Test
    void whatIsPausedOrStillAtAnEarlierDueTimeIsNotMissed() {
        dueTimes.put("refresh", NIGHT.minus(Duration.ofDays(1)), DueTime.State.STARTED, 0);
        assertThat(findings.findings(NIGHT.plus(Duration.ofHours(2)))).isEmpty();

        dueTimes.end("refresh", NIGHT.minus(Duration.ofDays(1)), DueTime.State.COMPLETED, "");
        ledger.pause("refresh", true);
        assertThat(findings.findings(NIGHT.plus(Duration.ofHours(2)))).isEmpty();
    }

    @Test
    void aRunThatReadsNoPageForTenMinutesIsTold() {
        db.sql("""
                insert into source (url, host, created_at) values ('https://a.example/', 'a.example', now());
                insert into run (job, parameters, as_of, started_at, state)
                values ('refresh', '{}', '2026-06-28 02:10+00', '2026-06-28 02:10+00', 'running');
                insert into visit (run_id, source_id, purpose, bucket) select r.id, s.id, 'refresh', 0 from run r, source s;
                """).update();

        assertThat(kinds(NIGHT.plus(Duration.ofMinutes(9)))).doesNotContain(Kind.NO_PROGRESS);
        assertThat(kinds(NIGHT.plus(Duration.ofMinutes(11)))).containsExactly(Kind.NO_PROGRESS);

        db.sql("""
                insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, at, duration_ms)
                select r.id, s.id, 'refresh', 'no_capture', 'TIMEOUT', 'No answer.', false, s.url, '2026-06-28 02:20+00', 1
                from run r, source s
                """).update();
        assertThat(kinds(NIGHT.plus(Duration.ofMinutes(11)))).isEmpty();
    }

    private List<Kind> kinds(Instant at) {
        return findings.findings(at).stream().map(Finding::kind).toList();
    }
}
