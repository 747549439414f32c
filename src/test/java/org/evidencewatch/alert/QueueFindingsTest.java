package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueFindingsTest {

    private static final Instant CONFIRMED = Rows.NIGHT.plus(Duration.ofMinutes(30));

    private Rows rows;
    private AlertRoom room;

    @BeforeEach
    void oneReason() {
        DataSource database = TestDatabase.fresh();
        rows = new Rows(database);
        room = AlertRoom.on(database, new AlertRoom.Time(CONFIRMED), new AlertRoom.Taking("mail"));
        rows.company("acme", "https://acme.test/1");
        rows.confirmed("https://acme.test/1", "changed", 90);
        Rows.queue(database, Clock.fixed(CONFIRMED, ZoneOffset.UTC)).settle(CONFIRMED);
        rows.db()
                .sql("update reason set opened_at = :at")
                .param("at", CONFIRMED.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void laneIsToldOnceItsOldestReasonIsBeyondItsTarget() {
        assertThat(details(Duration.ofDays(2), Kind.QUEUE_LATE)).isEmpty();
        assertThat(details(Duration.ofDays(3), Kind.QUEUE_LATE))
                .containsExactly("Changed: the oldest of 1 waits for 3 days (target 2 days)");
        assertThat(causes()).containsExactly("0");
        assertThat(details(Duration.ofDays(4), Kind.QUEUE_LATE)).hasSize(1);
        assertThat(causes()).as("twice as late").containsExactly("1");
    }

    @Test
    void putOffReasonIsNotLate() {
        rows.db()
                .sql("update reason set deferred_until = :at")
                .param("at", CONFIRMED.plus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(details(Duration.ofDays(8), Kind.QUEUE_LATE)).isEmpty();
        assertThat(details(Duration.ofDays(10), Kind.QUEUE_LATE)).hasSize(1);
    }

    @Test
    void gradeThatWouldMoveByTheWorstKindOfChangeIsMailedAtOnce() {
        rows.db().sql("""
                insert into stake (reason_id, basis, probability, score_before, score_after, grade_before, grade_after,
                    points, citations_left, proposal, touched, lines)
                select id, 'x', 0.9, 83, 55, 'A', 'C', -28, 0, '[]', '[]', '[]' from reason
                on conflict (reason_id) do update set grade_before = 'A', grade_after = 'C'
                """).update();

        assertThat(details(Duration.ofHours(1), Kind.GRADE_AT_RISK))
                .containsExactly("grade A would become C (Changed, severity 90): https://acme.test/1");
        assertThat(room.count("outbox where sort = 'urgent'")).isEqualTo(1);

        rows.db()
                .sql("update reason set closed_at = now(), closed_as = 'superseded'")
                .update();
        assertThat(details(Duration.ofHours(2), Kind.GRADE_AT_RISK)).isEmpty();
    }

    @Test
    void decisionThatWasNotPublishedForADayIsTold() {
        rows.db().sql("""
                insert into decision (reason_id, company_id, change_id, capture_id, confirmation_id, verdict, moves_record,
                    reviewer, why, at)
                select r.id, r.company_id, x.id, x.capture_id, k.id, 'material-worse', false, 'anna', 'worse', :at
                from reason r join change x on x.id = r.change_id join confirmation k on k.change_id = x.id
                """).param("at", CONFIRMED.atOffset(ZoneOffset.UTC)).update();
        rows.db()
                .sql("insert into rescore (company_id, decision_id, at) select company_id, id, at from decision")
                .update();

        assertThat(details(Duration.ofHours(23), Kind.TO_PUBLISH)).isEmpty();
        assertThat(details(Duration.ofHours(24), Kind.TO_PUBLISH))
                .containsExactly("decided on 2026-11-20, and not scored again or published since");
        rows.db()
                .sql("update rescore set done_at = now(), done_as = 'imported'")
                .update();
        assertThat(details(Duration.ofHours(25), Kind.TO_PUBLISH)).isEmpty();
    }

    private List<String> details(Duration later, Kind kind) {
        room.staleness.check(CONFIRMED.plus(later));
        return room.staleness.open().stream()
                .filter(alert -> alert.kind() == kind)
                .map(Alert::detail)
                .toList();
    }

    private List<String> causes() {
        return room.staleness.open().stream()
                .filter(alert -> alert.kind() == Kind.QUEUE_LATE)
                .map(Alert::cause)
                .toList();
    }
}
