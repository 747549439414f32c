package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an alert is an episode: opened once, closed by itself, and one however often its cause comes and goes. */
class EpisodesTest {

    private static final Instant JUNE_1 = Instant.parse("2026-06-01T02:00:00Z");

    private AlertRoom.Time time;
    private AlertRoom room;
    private Recorded recorded;
    private long page;

    @BeforeEach
    void setUp() {
        var database = TestDatabase.fresh();
        time = new AlertRoom.Time(JUNE_1);
        room = AlertRoom.on(database, time, new AlertRoom.Taking("webhook"), new AlertRoom.Taking("mail"));
        recorded = new Recorded(database);
        page = recorded.source("https://acme.example/refunds");
        recorded.citation(recorded.company("acme", "Acme"), page, "evidence", JUNE_1);
        recorded.read(page, JUNE_1, "first-seen");
    }

    @Test
    void pageThatFlipsFromNightToNightForAMonthOpensNothing() {
        nights(30, night -> night % 2 == 0, "TIMEOUT");

        assertThat(room.count("alert where kind = 'cannot-read'")).isZero();
    }

    @Test
    void pageThatAnswersOneNightInFiveForAMonthIsOneEpisode() {
        nights(30, night -> night % 5 == 0, "TIMEOUT");

        assertThat(room.count("alert where kind = 'cannot-read'")).isEqualTo(1);
        assertThat(room.count("outbox where sort = 'news' and convert_from(body, 'UTF8') like '%cannot-read%'"))
                .isEqualTo(1);

        nights(3, night -> true, "TIMEOUT");
        assertThat(room.count("alert where kind = 'cannot-read' and closed_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void recoveryOfDaysAndAnotherFailureAreTwoEpisodes() {
        nights(20, night -> night >= 6 && night < 12, "TIMEOUT");

        assertThat(room.count("alert where kind = 'cannot-read'")).isEqualTo(2);
        assertThat(room.count("alert where kind = 'cannot-read' and closed_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void hostThatBlocksIsOneAlertForAllItsPages() {
        for (int i = 0; i < 20; i++) {
            long other = recorded.source("https://acme.example/" + i);
            recorded.citation(1, other, "evidence", JUNE_1);
            recorded.failed(other, JUNE_1.plusSeconds(i), "BLOCKED", "It shows a challenge.");
        }
        time.set(JUNE_1.plus(Duration.ofDays(4)));
        room.staleness.check(time.instant());

        assertThat(room.staleness.open()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.HOST_BLOCKS);
            assertThat(alert.detail())
                    .isEqualTo("acme.example turns us away since 2026-06-01 (4 days; limit 3 days): 20 pages,"
                            + " last attempt: It shows a challenge");
        });
    }

    @Test
    void pageThatFailsByItselfIsToldByItsHostOnceThatIsTheCause() {
        nights(5, night -> false, "TIMEOUT");
        assertThat(room.staleness.open()).extracting(Alert::kind).containsExactly(Kind.CANNOT_READ);

        nights(1, night -> false, "DNS_ERROR");

        assertThat(room.staleness.open()).extracting(Alert::kind).containsExactly(Kind.HOST_DOWN);
    }

    @Test
    void goneAndMovedPagesAreToldOnceUntilTheyAreDecided() {
        var database = TestDatabase.fresh();
        var rows = new Rows(database);
        rows.company("acme", "https://acme.test/1");
        rows.confirmed("https://acme.test/1", "gone", 50);
        var other = AlertRoom.on(database, time, new AlertRoom.Taking("webhook"));
        other.staleness.check(Rows.NIGHT.plus(Duration.ofDays(5)));

        assertThat(other.staleness.open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.sentence())
                        .isEqualTo("gone since 2026-11-20, cited by 1 company: https://acme.test/1;"
                                + " it waits for a reviewer"));

        rows.db()
                .sql(
                        "insert into change_outcome (change_id, outcome, detail, at) select id, 'reverted', 'so', now() from change")
                .update();
        assertThat(other.staleness.check(Rows.NIGHT.plus(Duration.ofDays(5))).closed())
                .extracting(Alert::kind)
                .contains(Kind.PAGE_GONE);
    }

    @Test
    void jobThatFailsEveryOtherTimeIsOneEpisodeAndMailedOnce() {
        for (int i = 0; i < 96; i++) {
            room.staleness.tell(
                    Set.of(Kind.RUN_FAILED),
                    i % 2 == 0 ? List.of(Finding.of(Kind.RUN_FAILED, "job:confirm", "failed " + i)) : List.of(),
                    JUNE_1.plus(Duration.ofMinutes(15L * i)));
        }

        assertThat(room.count("alert where kind = 'run-failed'")).isEqualTo(1);
        assertThat(room.count("outbox where sort = 'urgent'")).isEqualTo(1);
    }

    @Test
    void databaseThatGrowsTooFastIsTold() {
        room.staleness.check(JUNE_1);
        assertThat(room.staleness.open()).isEmpty();
        room.db
                .sql("update database_day set bytes = bytes - 11 * 1073741824::bigint")
                .update();

        room.staleness.check(JUNE_1.plus(Duration.ofDays(3)));

        assertThat(room.staleness.open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).contains("within 7 days (limit 10240 MB)"));
    }

    /** So many nights from the present one on: the page is read or fails; alerts are checked every hour. */
    private void nights(int nights, IntPredicate good, String outcome) {
        Instant from = time.instant();
        for (int night = 0; night < nights; night++) {
            time.set(from.plus(Duration.ofDays(night + 1L)));
            if (good.test(night)) {
                recorded.read(page, time.instant(), "unchanged");
            } else {
                recorded.failed(page, time.instant(), outcome, "It did not work.");
            }
            for (int hour = 0; hour < 24; hour += 3) {
                room.staleness.check(time.instant().plus(Duration.ofHours(hour)));
            }
        }
    }
}
