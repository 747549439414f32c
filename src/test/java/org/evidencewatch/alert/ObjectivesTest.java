package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectivesTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private AlertRoom room;

    @BeforeEach
    void twoCompanies() {
        room = AlertRoom.on(
                TestDatabase.fresh(),
                new AlertRoom.Time(NOW),
                List.of(
                        new Tier("flagship", 0.9, Duration.ofDays(7), List.of("acme")),
                        new Tier("others", 0.5, Duration.ofDays(30), List.of("default"))),
                new AlertRoom.Taking("mail"));
        room.db.sql("""
                insert into company (slug, name, created_at) values ('acme', 'Acme', now()), ('birch', 'Birch', now());
                insert into source (url, host, created_at)
                select 'https://acme.example/' || n, 'acme.example', now() from generate_series(1, 100) n;
                insert into citation (company_id, source_id, kind, cited_url, title, created_at)
                select c.id, s.id, 'evidence', 'u', 'Help', '2026-06-27' from company c, source s;
                """).update();
    }

    @Test
    void citationsCountForTheObjectiveOfTheirCompanyAndItsTime() {
        age("acme", 15, 8);
        age("birch", 40, 20);

        assertThat(states()).extracting(state -> state.tier().name()).containsExactly("flagship", "others");
        assertThat(states().get(0).now()).isEqualTo(new Objective(100, 85, Duration.ofDays(7)));
        assertThat(states().get(0).burn()).isCloseTo(1.5, within(1e-9));
        assertThat(states().get(0).met()).isFalse();
        assertThat(states().get(1).now())
                .as("20 days are within 30")
                .isEqualTo(new Objective(100, 100, Duration.ofDays(30)));
        assertThat(states().get(1).met()).isTrue();
    }

    @Test
    void slowBurnIsToldAfterDaysInTheDigestOnly() {
        age("acme", 15, 8);
        for (int day = 0; day < 3; day++) {
            room.staleness.check(NOW.plus(Duration.ofDays(day)));
            assertThat(burning()).as("day " + day).hasSize(day < 2 ? 0 : 1);
        }

        assertThat(burning().getFirst().detail())
                .isEqualTo("flagship: 85 of 100 citations were confirmed within 7 days, 85 % (objective 90.00 %);"
                        + " that burns 1.5 times too fast");
        assertThat(room.count("outbox where sort = 'urgent'")).isZero();
    }

    @Test
    void fastBurnIsMailedAtOnce() {
        age("acme", 40, 8);

        room.staleness.check(NOW);

        assertThat(burning())
                .singleElement()
                .satisfies(alert -> assertThat(alert.urgent()).isTrue());
        assertThat(room.count("outbox where sort = 'urgent'")).isEqualTo(1);
    }

    @Test
    void objectiveThatIsJustMetBurnsAtOne() {
        age("acme", 10, 8);

        assertThat(states().getFirst().burn()).isCloseTo(1, within(1e-9));
        assertThat(states().getFirst().met()).isTrue();
    }

    @Test
    void oneStaleCitationHasAnAlertOfItsOwnAndMissesNoObjective() {
        assertThat(new TierState(
                                new Tier("small", 0.95, Duration.ofDays(7), List.of("default")),
                                new Objective(3, 2, Duration.ofDays(7)),
                                Optional.empty())
                        .met())
                .isTrue();
    }

    private List<TierState> states() {
        return room.objectives.states(new Freshness(room.db).citations(), NOW);
    }

    private List<Alert> burning() {
        return room.staleness.open().stream()
                .filter(alert -> alert.kind() == Kind.OBJECTIVE_BURNING)
                .toList();
    }

    /** So many citations of a company are so many days old. */
    private void age(String company, int citations, int days) {
        room.db.sql("""
                update citation set created_at = timestamptz '2026-06-28 06:00Z' - make_interval(days => %d)
                where id in (select t.id from citation t join company c on c.id = t.company_id
                             where c.slug = '%s' order by t.id limit %d)
                """.formatted(days, company, citations)).update();
    }
}
