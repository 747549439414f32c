package org.evidencewatch.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Correction;
import org.evidencewatch.company.Correction.Basis;
import org.evidencewatch.company.Correction.Mark;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.LastConfirmed;
import org.evidencewatch.company.LastConfirmed.Seer;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedClaim;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.RecordFormat;
import org.evidencewatch.company.RescoreReason;
import org.evidencewatch.company.Support;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A data set brings all of an index into another database, and takes away nothing that is newer there. */
class DataSetRecordsTest {

    private static final Instant NOW = Instant.parse("2026-06-14T09:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-06-13T02:00:00Z");
    private static final String TERMS = "https://tern.example/terms";
    private static final String DIGEST = "cd".repeat(32);
    private static final ImportFile FILE = new ImportFile("dataset.json", RecordFormat.DATA_SET, "aa", NOW);

    /** The newest of each page and claim, of what claims state now. */
    private static final String NEWEST = """
            (select distinct on (p.citation_id, p.claim_id) p.* from published_check p
             left join revision_claim s on s.revision_id = p.revision_id and s.claim_id = p.claim_id
             left join current_claim k on k.claim_id = p.claim_id and k.statement = s.statement
             where p.claim_id is null or k.claim_id is not null
             order by p.citation_id, p.claim_id, p.id desc) newest""";

    private final javax.sql.DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Records records =
            new Records(jdbc, new DataSourceTransactionManager(database), Clock.fixed(NOW, ZoneOffset.UTC));

    private static PublishedCompany tern(int revision, String refund, Optional<Instant> confirmed, int... corrections) {
        var assessment = new Assessment(
                Optional.of(56),
                Optional.of("C"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var checked = new Checked(
                confirmed.map(at -> new LastConfirmed(at, DIGEST, Seer.MACHINE)), Optional.<Instant>empty());
        var claim = new Claim(Dimension.REFUND, refund, List.of(TERMS));
        var page = new CitedPage(TERMS, "Terms", Optional.empty(), CitedPage.Kind.EVIDENCE, Optional.empty());
        return new PublishedCompany(
                new CompanyRecord("tern", "Tern", Optional.empty(), Optional.empty(), assessment, List.of(), List.of()),
                revision,
                false,
                Optional.empty(),
                List.of(new PublishedClaim(
                        claim, 3, List.of(new Support(TERMS, confirmed.map(at -> "words of " + at), checked)))),
                List.of(new PublishedCitation(page, checked)),
                java.util.Arrays.stream(corrections)
                        .mapToObj(DataSetRecordsTest::correction)
                        .toList(),
                List.of(new RescoreReason(new UUID(9, 9), NIGHT, "material-worse", Optional.empty(), List.of())));
    }

    private static Correction correction(int number) {
        return new Correction(
                new UUID(number, number),
                NIGHT,
                "material-worse",
                Basis.DISPUTE,
                Optional.of(number),
                Mark.NONE,
                Mark.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private DataSetRecords.Stored save(PublishedCompany company) {
        return records.dataSets().save(company, FILE, false);
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    private static Optional<Instant> night(int days) {
        return Optional.of(NIGHT.plusSeconds(days * 86_400L));
    }

    @Test
    void aCompanyComesWithTheNumberOfItsRevisionAndThePlacesOfItsClaims() {
        assertThat(save(tern(7, "30 days", night(0), 1)).outcome()).isEqualTo(SaveOutcome.ADDED);

        assertThat(column("select number from revision")).containsExactly("7");
        assertThat(column("select dimension || ordinal || statement from current_claim"))
                .containsExactly("refund330 days");
        assertThat(column("select words from " + NEWEST + " where claim_id is not null"))
                .containsExactly("words of " + NIGHT);
        assertThat(column("select format from import_file")).containsExactly("data-set");
    }

    @Test
    void theSameDataSetAgainChangesNothing() {
        save(tern(7, "30 days", night(0), 1));
        var again = save(tern(7, "30 days", night(0), 1));

        assertThat(again).isEqualTo(new DataSetRecords.Stored(SaveOutcome.UNCHANGED, Optional.empty()));
        assertThat(column("select 1 from published_check")).hasSize(2);
        assertThat(column("select 1 from published_correction")).hasSize(1);
        assertThat(column("select 1 from published_rescore")).hasSize(1);
        assertThat(column("select 1 from import_file")).hasSize(1);
    }

    @Test
    void aLaterRevisionIsTaken() {
        save(tern(7, "30 days", night(0)));
        var stored = save(tern(9, "14 days", night(1)));

        assertThat(stored).isEqualTo(new DataSetRecords.Stored(SaveOutcome.UPDATED, Optional.empty()));
        assertThat(column("select statement from current_claim")).containsExactly("14 days");
        assertThat(column("select number from revision order by number")).containsExactly("7", "9");
    }

    @Test
    void aRecordThatIsNewerHereIsKeptAndSaidSo() {
        save(tern(9, "14 days", night(1)));
        var stored = save(tern(7, "30 days", night(0), 5));

        assertThat(stored.warning()).get().asString().contains("revision 9 here, and 7 in the data set");
        assertThat(column("select statement from current_claim")).containsExactly("14 days");
        assertThat(column("select 1 from published_correction")).hasSize(1);
    }

    @Test
    void aDecisionTakenHereIsNotLost() {
        save(tern(0, "30 days", night(0)));
        var decisions = new DecisionRows(database, NOW);
        decisions.revise("tern", decisions.decide("tern"), 40, java.util.Map.of());

        var stored = save(tern(0, "30 days", night(0)));

        assertThat(stored.outcome()).isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.find("tern").orElseThrow().record().assessment().score())
                .contains(40);
    }

    @Test
    void theNewerConfirmationWinsWhateverComesFirst() {
        save(tern(7, "30 days", night(2)));
        save(tern(7, "30 days", night(1)));
        save(tern(7, "30 days", Optional.empty()));

        assertThat(column("select distinct confirmed_at at time zone 'UTC' from " + NEWEST))
                .containsExactly("2026-06-15 02:00:00");
        save(tern(7, "30 days", night(3)));
        assertThat(column("select distinct confirmed_at at time zone 'UTC' from " + NEWEST))
                .containsExactly("2026-06-16 02:00:00");
    }

    @Test
    void aConfirmationIsOfTheWordsThatTheClaimHadThen() {
        save(tern(7, "30 days", night(0)));
        save(tern(8, "14 days", Optional.empty()));

        assertThat(column("select 1 from " + NEWEST + " where claim_id is not null"))
                .isEmpty();
        assertThat(column("select 1 from " + NEWEST + " where claim_id is null"))
                .hasSize(1);
    }

    @Test
    void correctionsAreJoinedByTheirIds() {
        save(tern(7, "30 days", night(0), 1, 2));
        save(tern(7, "30 days", night(0), 2, 3));

        assertThat(column("select content ->> 'revision' from published_correction order by 1"))
                .containsExactly("1", "2", "3");
    }
}
