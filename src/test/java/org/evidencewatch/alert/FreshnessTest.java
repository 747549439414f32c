package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FreshnessTest {

    private static final Instant JUNE_1 = Instant.parse("2026-06-01T02:00:00Z");
    private static final Instant JUNE_2 = JUNE_1.plus(Duration.ofDays(1));
    private static final Instant JUNE_3 = JUNE_1.plus(Duration.ofDays(2));
    private static final Instant JUNE_4 = JUNE_1.plus(Duration.ofDays(3));
    private static final Instant JUNE_5 = JUNE_1.plus(Duration.ofDays(4));

    private Recorded recorded;
    private Freshness freshness;
    private long acme;
    private long page;

    @BeforeEach
    void citeOnePage() {
        var database = TestDatabase.fresh();
        recorded = new Recorded(database);
        freshness = new Freshness(JdbcClient.create(database));
        acme = recorded.company("acme", "Acme");
        page = recorded.source("https://acme.example/refunds");
        recorded.citation(acme, page, "evidence", JUNE_1);
    }

    @Test
    void pageNeverTriedCountsFromItsImport() {
        var clock = clock();

        assertThat(clock.lastAttempt()).isEmpty();
        assertThat(clock.lastGood()).isEmpty();
        assertThat(clock.lastConfirmed()).isEmpty();
        assertThat(clock.unreadableSince()).isEmpty();
        assertThat(clock.since()).isEqualTo(JUNE_1);
    }

    @Test
    void notModifiedConfirms() {
        long first = recorded.read(page, JUNE_1, "first-seen");
        recorded.revisit(page, JUNE_2, first);

        assertThat(clock().lastConfirmed()).contains(JUNE_2);
        assertThat(clock().lastGood()).contains(JUNE_2);
    }

    @Test
    void failureMovesOnlyTheLastAttempt() {
        recorded.read(page, JUNE_1, "first-seen");
        recorded.failed(page, JUNE_2, "TIMEOUT", "The server did not answer in time.");
        recorded.failed(page, JUNE_3, "DNS_ERROR", "The name has no address.");

        var clock = clock();
        assertThat(clock.lastAttempt()).contains(new Attempt(JUNE_3, false, "DNS_ERROR", "The name has no address."));
        assertThat(clock.lastGood()).contains(JUNE_1);
        assertThat(clock.lastConfirmed()).contains(JUNE_1);
        assertThat(clock.unreadableSince()).contains(JUNE_2);
    }

    @Test
    void readingAfterFailuresMakesThePageReadableAgain() {
        recorded.failed(page, JUNE_1, "TIMEOUT", "The server did not answer in time.");
        recorded.read(page, JUNE_2, "first-seen");

        assertThat(clock().unreadableSince()).isEmpty();
        assertThat(clock().lastConfirmed()).contains(JUNE_2);
    }

    @Test
    void pageThatAnswersFromAnotherPathIsUnconfirmedButNotUnreadable() {
        recorded.read(page, JUNE_1, "first-seen");
        recorded.foundElsewhere(page, JUNE_2);

        assertThat(clock().unreadableSince()).isEmpty();
        assertThat(clock().lastConfirmed()).contains(JUNE_1);
    }

    @Test
    void undecidedChangeStopsConfirmingThoughLaterReadsAgreeWithIt() {
        long first = recorded.read(page, JUNE_1, "first-seen");
        recorded.change(recorded.read(page, JUNE_2, "changed"), first);
        recorded.read(page, JUNE_3, "unchanged");

        assertThat(clock().lastConfirmed()).contains(JUNE_1);
        assertThat(clock().lastGood()).contains(JUNE_3);
    }

    @Test
    void supersededChangeGoesOnDoubtingThroughItsSuccessor() {
        long first = recorded.read(page, JUNE_1, "first-seen");
        long older = recorded.change(recorded.read(page, JUNE_2, "changed"), first);
        recorded.read(page, JUNE_3, "unchanged");
        recorded.change(recorded.read(page, JUNE_4, "changed"), first);
        recorded.outcome(older, "superseded");

        assertThat(clock().lastConfirmed()).contains(JUNE_1);
    }

    @Test
    void revertedChangeCastsNoDoubtOnReadingsBeforeTheNextOne() {
        long first = recorded.read(page, JUNE_1, "first-seen");
        long older = recorded.change(recorded.read(page, JUNE_2, "changed"), first);
        recorded.read(page, JUNE_3, "unchanged");
        recorded.outcome(older, "reverted");
        recorded.change(recorded.read(page, JUNE_4, "changed"), first);
        recorded.read(page, JUNE_5, "unchanged");

        assertThat(clock().lastConfirmed()).contains(JUNE_3);
    }

    @Test
    void answeredChangeConfirmsAgain() {
        long first = recorded.read(page, JUNE_1, "first-seen");
        long change = recorded.change(recorded.read(page, JUNE_2, "changed"), first);
        recorded.outcome(change, "dismissed");
        recorded.read(page, JUNE_3, "cosmetic");

        assertThat(clock().lastConfirmed()).contains(JUNE_3);
    }

    @Test
    void companyIsAsFreshAsItsOldestEvidence() {
        recorded.read(page, JUNE_4, "first-seen");
        long other = recorded.source("https://acme.example/pause");
        recorded.citation(acme, other, "evidence", JUNE_1);
        recorded.read(other, JUNE_2, "first-seen");

        var company = CompanyFreshness.of(freshness.citations()).getFirst();
        assertThat(company.oldestConfirmed()).contains(JUNE_2);
        assertThat(company.lastAttempt()).contains(JUNE_2);
        assertThat(company.citations())
                .extracting(CitationClock::url)
                .containsExactly("https://acme.example/pause", "https://acme.example/refunds");
        assertThat(company.stale(JUNE_5, Duration.ofDays(2))).hasSize(1);
    }

    @Test
    void companyWithUnconfirmedEvidenceHasNoOldestConfirmation() {
        recorded.read(page, JUNE_4, "first-seen");
        recorded.citation(acme, recorded.source("https://acme.example/pause"), "evidence", JUNE_1);

        var company = CompanyFreshness.of(freshness.citations()).getFirst();
        assertThat(company.oldestConfirmed()).isEmpty();
        assertThat(company.since()).isEqualTo(JUNE_1);
    }

    @Test
    void actionPagesAndRetiredCitationsDoNotCount() {
        recorded.citation(acme, recorded.source("https://acme.example/account"), "action", JUNE_1);
        recorded.retire(recorded.citation(acme, recorded.source("https://acme.example/old"), "evidence", JUNE_1));

        assertThat(freshness.citations())
                .extracting(CitationClock::url)
                .containsExactly("https://acme.example/refunds");
    }

    @Test
    void theClocksOfSomeCompaniesAreThoseOfAll() {
        recorded.read(page, JUNE_1, "first-seen");
        recorded.citation(recorded.company("zenith", "Zenith"), page, "evidence", JUNE_2);
        recorded.company("bare", "Bare");

        List<CitationClock> all = freshness.citations();

        assertThat(freshness.citations(List.of("zenith", "acme", "bare", "nobody")))
                .isEqualTo(all);
        assertThat(freshness.citations(List.of("zenith")))
                .singleElement()
                .satisfies(clock -> assertThat(all).contains(clock));
        assertThat(freshness.citations(List.of())).isEmpty();
    }

    @Test
    void worstCompanyComesFirst() {
        recorded.read(page, JUNE_5, "first-seen");
        long zenith = recorded.company("zenith", "Zenith");
        long other = recorded.source("https://zenith.example/help");
        recorded.citation(zenith, other, "evidence", JUNE_1);
        recorded.read(other, JUNE_3, "first-seen");

        assertThat(CompanyFreshness.of(freshness.citations()))
                .extracting(CompanyFreshness::company)
                .containsExactly("zenith", "acme");
    }

    @Test
    void unreadablePageNamesAllWhoCiteIt() {
        recorded.citation(recorded.company("zenith", "Zenith"), page, "evidence", JUNE_1);
        recorded.failed(page, JUNE_2, "TIMEOUT", "The server did not answer in time.");

        assertThat(Unreadable.of(freshness.citations())).singleElement().satisfies(unreadable -> {
            assertThat(unreadable.companies()).containsExactly("acme", "zenith");
            assertThat(unreadable.since()).isEqualTo(JUNE_2);
            assertThat(unreadable.beyond(JUNE_5, Duration.ofDays(3))).isFalse();
            assertThat(unreadable.beyond(JUNE_5.plusSeconds(1), Duration.ofDays(3)))
                    .isTrue();
        });
    }

    private CitationClock clock() {
        return freshness.citations().getFirst();
    }
}
