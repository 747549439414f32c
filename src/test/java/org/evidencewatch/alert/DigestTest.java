package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant JUNE_10 = Instant.parse("2026-06-10T02:00:00Z");
    private static final Instant JUNE_28 = Instant.parse("2026-06-28T06:00:00Z");

    private DataSource database;
    private AlertRoom room;
    private Recorded recorded;

    @BeforeEach
    void setUp() {
        database = TestDatabase.fresh();
        room = AlertRoom.on(database, new AlertRoom.Time(JUNE_28), new AlertRoom.Taking("mail"));
        recorded = new Recorded(database);
    }

    @Test
    void quietDayIsToldToo() {
        long page = recorded.source("https://acme.example/refunds");
        recorded.citation(recorded.company("acme", "Acme"), page, "evidence", JUNE_10);
        recorded.read(page, JUNE_28.minus(Duration.ofHours(4)), "first-seen");

        assertThat(room.digests.write(JUNE_28)).isEqualTo(Digests.Outcome.WRITTEN);

        assertThat(subject()).isEqualTo("Evidence Watch 2026-06-28: 0 companies to review, no new alerts");
        assertThat(text()).isEqualTo("""
                Evidence Watch, 2026-06-28

                Confirmed  1 of 1 citations since 2026-06-27 06:00 UTC
                Objective  evidence: 100 % within 14 days (95.00 %)
                To review  nothing
                Not read   nothing: every page can be read
                Alerts     0 opened, 0 closed, 0 older ones open, 0 answered

                Everything:   ./evidence status
                Alerts:       ./evidence alerts list, or the page /alerts
                """);
    }

    @Test
    void tellsWorkMinutesAndWhatCannotBeRead() {
        var rows = new Rows(database);
        rows.company("acme", "https://acme.test/1", "https://acme.test/2");
        rows.confirmed("https://acme.test/1", "changed", 50);
        Rows.queue(database, new AlertRoom.Time(Rows.NIGHT.plus(Duration.ofHours(1))))
                .settle(Rows.NIGHT);
        long page = rows.db()
                .sql("select id from source where url = 'https://acme.test/2'")
                .query(Long.class)
                .single();
        recorded.failed(page, Rows.NIGHT, "TIMEOUT", "no answer in time");

        room.digests.write(Rows.NIGHT.plus(Duration.ofHours(4)));

        assertThat(text())
                .contains("To review  1 company, about 2 minutes", "- Acme: Changed")
                .contains("Not read   1 page on 1 host", "- acme.test: 1 page since 2026-11-20, TIMEOUT");
    }

    @Test
    void manyStaleCitationsMakeOneShortMail() {
        long acme = recorded.company("acme", "Acme");
        room.db.sql("""
                insert into source (url, host, created_at)
                select 'https://acme.example/' || n, 'acme.example', now() from generate_series(1, 5010) n;
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select %d, id, 'evidence', url, 'Help', '2026-06-09' from source
                """.formatted(acme)).update();
        room.staleness.check(JUNE_28);

        room.digests.write(JUNE_28.plusSeconds(60));

        assertThat(text()).contains("5,011 opened").contains("\nand 4,961 more\n");
        assertThat(text().lines().filter(line -> line.startsWith("- "))).hasSize(50);
        assertThat(text().length()).isLessThan(20_000);
        assertThat(room.count("outbox where sort = 'digest'")).isEqualTo(1);
        assertThat(room.db
                        .sql("select subject from outbox where sort = 'urgent'")
                        .query((row, n) -> row.getString(1))
                        .list())
                .as("one mail at once of the objective, none of the citations")
                .containsExactly("Evidence Watch: Freshness below its objective");
    }

    @Test
    void oneADayHoweverOftenAndByHowManyProcessesItIsWritten() throws Exception {
        var other = AlertRoom.on(database, new AlertRoom.Time(JUNE_28), new AlertRoom.Taking("mail"));
        Callable<Digests.Outcome> here = () -> room.digests.write(JUNE_28);
        Callable<Digests.Outcome> there = () -> other.digests.write(JUNE_28.plusSeconds(1));
        try (var threads = Executors.newFixedThreadPool(4)) {
            int written = 0;
            for (var done : threads.invokeAll(List.of(here, there, here, there))) {
                written += done.get() == Digests.Outcome.WRITTEN ? 1 : 0;
            }
            assertThat(written).isEqualTo(1);
        }
        for (int hour = 1; hour < 72; hour++) {
            room.digests.write(JUNE_28.plus(Duration.ofHours(hour)));
        }

        assertThat(room.db
                        .sql("select day from outbox order by day")
                        .query((row, n) -> row.getObject("day", LocalDate.class))
                        .list())
                .containsExactly(
                        LocalDate.of(2026, 6, 28),
                        LocalDate.of(2026, 6, 29),
                        LocalDate.of(2026, 6, 30),
                        LocalDate.of(2026, 7, 1));
    }

    @Test
    void answeredAlertsAreCountedAndNotListed() {
        long page = recorded.source("https://acme.example/refunds");
        recorded.citation(recorded.company("acme", "Acme"), page, "evidence", JUNE_10);
        room.staleness.check(JUNE_28);
        room.answering.acknowledge(room.staleness.open().getFirst().id(), "anna", "we know");

        room.digests.write(JUNE_28.plusSeconds(60));

        assertThat(text())
                .contains("0 opened, 0 closed, 0 older ones open, 1 answered")
                .doesNotContain("Acme");
    }

    @Test
    void pointsAreWellSetAndLongWordsHaveALineToThemselves() {
        var words = String.join(" ", Collections.nCopies(40, "word"));
        assertThat(PlainText.point(words, 76))
                .allMatch(line -> line.length() <= 76)
                .hasSize(3);
        assertThat(PlainText.point("see https://a.example/" + "x".repeat(100) + " now", 76))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("  https://"))
                .hasSize(3);
        assertThat(PlainText.line("a\u2028b\u202Ec\uFFFEd\0e\uD800f")).isEqualTo("a b c d e f");
        assertThat(PlainText.line("abcdefghij", 5)).isEqualTo("abcd…");
    }

    private String text() {
        return new String(
                room.db
                        .sql("select body from outbox where sort = 'digest' order by day desc limit 1")
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private String subject() {
        return room.db
                .sql("select subject from outbox where sort = 'digest'")
                .query(String.class)
                .single();
    }
}
