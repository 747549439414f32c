package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each night is told of, and that the newest of them says what {@link Freshness} says. */
class NightsTest {

    private static final Instant JUNE_1 = Instant.parse("2026-06-01T02:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(47);

    private JdbcClient db;
    private Recorded recorded;
    private Nights nights;
    private Freshness freshness;
    private long page;

    @BeforeEach
    void citeOnePage() {
        var database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        recorded = new Recorded(database);
        nights = new Nights(db);
        freshness = new Freshness(db);
        page = recorded.source("https://acme.example/refunds");
        recorded.citation(recorded.company("acme", "Acme"), page, "evidence", JUNE_1);
    }

    @Test
    void withoutARunThereIsNoNewestNight() {
        assertThat(nights.newest(day(5))).isEmpty();
        recorded.read(page, day(2), "first-seen");
        assertThat(nights.newest(day(5))).contains(LocalDate.of(2026, 6, 2));
        assertThat(nights.newest(day(1))).isEmpty();
    }

    @Test
    void aPageThatIsNotReadFallsOutOfTheLimitAfterItsTime() {
        recorded.read(page, day(1), "first-seen");
        for (int d = 2; d <= 5; d++) {
            recorded.failed(page, day(d), "TIMEOUT", "no answer");
        }

        // at the end of the second of June it is 46 hours old, a day later 70
        assertThat(nights.upTo(LocalDate.of(2026, 6, 5), 6, day(9), LIMIT))
                .extracting(Night::percent)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(100),
                        Optional.of(100),
                        Optional.of(0),
                        Optional.of(0),
                        Optional.of(0));
    }

    @Test
    void anUndecidedChangeConfirmsNothingUntilItHasEnded() {
        long first = recorded.read(page, day(1), "first-seen");
        long change = recorded.change(recorded.read(page, day(2), "changed"), first);
        recorded.read(page, day(3), "unchanged");
        recorded.read(page, day(4), "unchanged");
        end(change, "dismissed", day(4));
        recorded.read(page, day(5), "unchanged");

        assertThat(nights.upTo(LocalDate.of(2026, 6, 5), 4, day(9), LIMIT))
                .extracting(Night::within)
                .containsExactly(1, 0, 1, 1);
        agrees(day(5).plusSeconds(1));
    }

    @Test
    void aSupersededChangeGoesOnDoubtingThroughItsSuccessor() {
        long first = recorded.read(page, day(1), "first-seen");
        long older = recorded.change(recorded.read(page, day(2), "changed"), first);
        recorded.read(page, day(3), "unchanged");
        long newer = recorded.change(recorded.read(page, day(4), "changed"), first);
        end(older, "superseded", day(4));
        agrees(day(6));
        assertThat(nights.upTo(LocalDate.of(2026, 6, 4), 1, day(9), LIMIT)
                        .getFirst()
                        .within())
                .isZero();

        end(newer, "reverted", day(5));
        recorded.read(page, day(5).plusSeconds(60), "unchanged");
        agrees(day(6));
    }

    @Test
    void retiredCitationsCountUntilTheyWereRetired() {
        long other = recorded.citation(
                recorded.company("zenith", "Zenith"), recorded.source("https://zenith.example/"), "evidence", day(1));
        db.sql("update citation set retired_at = :at where id = :id")
                .param("at", day(3).atOffset(ZoneOffset.UTC))
                .param("id", other)
                .update();

        assertThat(nights.upTo(LocalDate.of(2026, 6, 3), 3, day(9), LIMIT))
                .extracting(Night::evidence)
                .containsExactly(2, 2, 1);
        agrees(day(4));
    }

    @Test
    void changesAndRunsAreCountedOnTheirDay() {
        long first = recorded.read(page, day(1), "first-seen");
        recorded.change(recorded.read(page, day(2), "changed"), first);

        var told = nights.upTo(LocalDate.of(2026, 6, 3), 3, day(9), LIMIT);
        assertThat(told).extracting(Night::changes).containsExactly(0, 1, 0);
        assertThat(told).extracting(Night::runs).containsExactly(1, 1, 0);
        assertThat(told).extracting(Night::queued).containsOnly(0);
    }

    private void agrees(Instant asOf) {
        var last = nights.upTo(LocalDate.ofInstant(asOf, ZoneOffset.UTC), 1, asOf, LIMIT)
                .getFirst();
        var now = Objective.of(freshness.citations(), asOf, LIMIT);
        assertThat(last.evidence()).isEqualTo(now.evidence());
        assertThat(last.within()).isEqualTo(now.within());
    }

    private void end(long change, String outcome, Instant at) {
        db.sql("insert into change_outcome (change_id, outcome, detail, at) values (:change, :outcome, 'so', :at)")
                .param("change", change)
                .param("outcome", outcome)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Instant day(int june) {
        return JUNE_1.plus(Duration.ofDays(june - 1L));
    }
}
