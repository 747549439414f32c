package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.evidencewatch.alert.Ages;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.FreshnessSql;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Nights;
import org.evidencewatch.alert.Objective;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.alert.UnreadableHost;
import org.evidencewatch.job.AlertHouse;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Rows;
import org.evidencewatch.web.json.CompanyFreshnessView;
import org.evidencewatch.web.json.UnreadableView;
import org.junit.jupiter.api.Test;

/** What the pages say of freshness is what {@code status} says. */
class FreshnessFiguresTest {

    private static final Instant NOW = Rows.NIGHT.plus(Duration.ofHours(6));

    @Test
    void objectiveAgesNightsAndHostsAgreeWithStatus() {
        var database = TestDatabase.fresh();
        var rows = new Rows(database);
        rows.company("acme", "https://acme.test/1", "https://acme.test/2", "https://acme.test/3");
        rows.company("birch", "https://birch.test/1");
        rows.confirmed("https://acme.test/1", "gone", 50);
        rows.observed("https://acme.test/2", "changed", 50);
        rows.db()
                .sql("update citation set created_at = :old where cited_url = 'https://acme.test/3'")
                .param("old", NOW.minus(Duration.ofDays(40)).atOffset(ZoneOffset.UTC))
                .update();

        try (var house = AlertHouse.open(database, NOW)) {
            var status = StatusReport.of(house, NOW);
            var citations = house.getBean(Freshness.class).citations();
            var limit = house.getBean(Limits.class).limit();
            var objective = Objective.of(citations, NOW, limit);
            var night = house.getBean(Nights.class)
                    .upTo(LocalDate.ofInstant(NOW, ZoneOffset.UTC), 1, NOW, limit)
                    .getFirst();

            int evidence = status.companies().stream()
                    .mapToInt(CompanyFreshnessView::evidence)
                    .sum();
            long stale = status.companies().stream()
                    .map(CompanyFreshnessView::stale)
                    .mapToLong(Collection::size)
                    .sum();
            assertThat(stale).isPositive();
            assertThat(objective.evidence()).isEqualTo(evidence).isEqualTo(night.evidence());
            assertThat((long) objective.stale()).isEqualTo(stale);
            assertThat(night.within()).isEqualTo(objective.within());
            assertThat(Ages.of(citations, NOW).stream()
                            .mapToInt(Ages.Span::citations)
                            .sum())
                    .isEqualTo(evidence);
            assertThat(UnreadableHost.of(Unreadable.of(citations)).stream()
                            .flatMap(host -> host.pages().stream())
                            .map(Unreadable::url))
                    .containsExactlyInAnyOrderElementsOf(status.cannotRead().stream()
                            .map(UnreadableView::url)
                            .toList())
                    .isNotEmpty();
        }
    }

    @Test
    void statusAgreesWithSqlThatSharesNothingWithIt() {
        var database = TestDatabase.fresh();
        var rows = new Rows(database);
        rows.company(
                "acme", "https://acme.test/1", "https://acme.test/2", "https://acme.test/3", "https://acme.test/4");
        rows.company("birch", "https://birch.test/1", "https://acme.test/1", "https://acme.test/2");
        rows.confirmed("https://acme.test/1", "gone", 50);
        rows.observed("https://acme.test/2", "changed", 50);
        rows.confirmed("https://birch.test/1", "changed", 50);
        rows.db().sql("""
                update citation set created_at = timestamptz '2026-10-01' where cited_url = 'https://acme.test/3';
                update citation set kind = 'action' where cited_url = 'https://acme.test/4'
                """).update();

        for (int days = 0; days < 40; days += 3) {
            var asOf = NOW.plus(Duration.ofDays(days));
            try (var house = AlertHouse.open(database, asOf)) {
                var limit = house.getBean(Limits.class).limit();
                var figures = FreshnessSql.of(rows.db(), asOf, limit);
                var status = StatusReport.of(house, asOf);

                assertThat(status.companies().stream()
                                .mapToInt(CompanyFreshnessView::evidence)
                                .sum())
                        .isEqualTo(figures.evidence())
                        .isEqualTo(6);
                assertThat(status.companies().stream()
                                .mapToInt(company -> company.stale().size())
                                .sum())
                        .as("stale after %d days", days)
                        .isEqualTo(figures.stale());
                assertThat(status.objectives().getFirst().confirmed()).isEqualTo(figures.within());
                assertThat(status.companies().getFirst().since())
                        .isEqualTo(figures.oldest().orElseThrow());
                assertThat(status.cannotRead()).hasSize(figures.unreadable());
                assertThat(status.cannotRead().getFirst().since())
                        .isEqualTo(figures.unreadableSince().orElseThrow());
            }
        }
    }
}
