package org.evidencewatch.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.CitedPage.Kind;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyCitations;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.RecordFormat;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class ImportAfterDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-06-10T21:30:00Z");
    private static final ImportFile FILE = new ImportFile("card.txt", RecordFormat.CARD_TEXT, "ab", NOW);
    private static final String HELP = "https://help.heron.example/";

    private final javax.sql.DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Records records =
            new Records(jdbc, new DataSourceTransactionManager(database), Clock.fixed(NOW, ZoneOffset.UTC));
    private final DecisionRows decisions = new DecisionRows(database, NOW.plusSeconds(60));

    private static CompanyRecord heron(int score, String... paths) {
        var assessment = new Assessment(
                Optional.of(score),
                Optional.of("C"),
                Optional.empty(),
                Optional.of("CES-1.1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new CompanyRecord(
                "heron",
                "Heron & Sons",
                Optional.empty(),
                Optional.empty(),
                assessment,
                List.of(
                        new Claim(Dimension.REFUND, "30 days", List.of(HELP + "money")),
                        new Claim(Dimension.CHANNELS, "online", List.of())),
                List.of(paths).stream().map(ImportAfterDecisionsTest::page).toList());
    }

    private static CitedPage page(String path) {
        return new CitedPage(HELP + path, "Page " + path, Optional.empty(), Kind.EVIDENCE, Optional.empty());
    }

    @BeforeEach
    void importAndDecide() {
        records.save(heron(56, "money", "leave"), FILE, false);
        decisions.revise("heron", decisions.decide("heron"), 40, Map.of("refund", "14 days"));
    }

    @Test
    void theCurrentRecordIsItsNewestRevisionWhateverThatRestsOn() {
        var stored = records.find("heron").orElseThrow();

        assertThat(stored.revision()).isEqualTo(1);
        assertThat(stored.basis()).isEqualTo(new Basis.Decided(1));
        assertThat(stored.revisedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(stored.importedAt()).isEqualTo(NOW);
        assertThat(stored.record().assessment().score()).contains(40);
        assertThat(stored.record().claims()).extracting(Claim::statement).containsExactly("14 days");
    }

    @Test
    void theSameFileBringsBackNoClaimThatADecisionChangedOrDropped() {
        assertThat(records.save(heron(56, "leave", "money"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);

        assertThat(records.find("heron").orElseThrow().record().claims())
                .extracting(Claim::statement)
                .containsExactly("14 days");
        assertThat(count("rescore where done_at is null")).isEqualTo(1);
    }

    @Test
    void theSameFileBringsBackNoCitationThatADecisionRetired() {
        jdbc.sql("update citation set retired_at = now() where title = 'Page leave'")
                .update();

        assertThat(records.save(heron(56, "money", "leave"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.find("heron").orElseThrow().record().citations()).containsExactly(page("money"));
    }

    @Test
    void aRecordThatSaysSomethingElseHasTheLastWordAndIsTheNewScore() {
        jdbc.sql("update citation set retired_at = now() where title = 'Page leave'")
                .update();

        assertThat(records.save(heron(48, "money", "leave"), FILE, false)).isEqualTo(SaveOutcome.UPDATED);

        var stored = records.find("heron").orElseThrow();
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.basis()).isEqualTo(new Basis.Imported());
        assertThat(stored.record().assessment().score()).contains(48);
        assertThat(stored.record().claims()).extracting(Claim::statement).containsExactly("online", "30 days");
        assertThat(stored.record().citations()).containsExactly(page("money"), page("leave"));
        assertThat(count("rescore where done_as = 'imported' and done_at = '2026-06-10T21:30:00Z'"))
                .isEqualTo(1);
    }

    @Test
    void aFileMayComeAgainAfterAnotherInTheSameImport() {
        assertThat(records.save(heron(48, "money"), FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.save(heron(56, "money", "leave"), FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.save(heron(48, "money"), FILE, false)).isEqualTo(SaveOutcome.UPDATED);

        assertThat(count("revision where import_id is not null")).isEqualTo(4);
        assertThat(records.find("heron").orElseThrow().record().citations()).containsExactly(page("money"));
    }

    @Test
    void recordsFromBeforeDigestsAreComparedByWhatIsStored() {
        withoutDigests();

        assertThat(records.save(heron(56, "money", "leave"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.save(heron(56, "money"), FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.save(heron(56, "money"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
    }

    @Test
    void recordsFromBeforeDigestsUndoNoRepair() {
        withoutDigests();
        jdbc.sql("""
                insert into citation_repair (company_id, citation_id, kind, before, after, reviewer, why, at)
                select company_id, id, 'retired', '{}', '{}', 'anna', 'gone', now() from citation
                where title = 'Page leave'""").update();
        jdbc.sql("update citation set retired_at = now() where title = 'Page leave'")
                .update();

        assertThat(records.save(heron(56, "money", "leave"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.find("heron").orElseThrow().record().citations()).containsExactly(page("money"));
    }

    @Test
    void aTableThatSaysAgainWhatItSaidLeavesRepairedCitationsAlone() {
        var table = new CompanyCitations("heron", "heron", List.of(page("pause"), page("freeze")));
        assertThat(records.attach(table, FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        jdbc.sql("update citation set retired_at = now() where title = 'Page pause'")
                .update();
        jdbc.sql("update citation set title = 'Freezing' where title = 'Page freeze'")
                .update();

        assertThat(records.attach(table, FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
        var more = new CompanyCitations("heron", "heron", List.of(page("pause"), page("freeze"), page("more")));
        assertThat(records.attach(more, FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.find("heron").orElseThrow().record().citations())
                .extracting(CitedPage::title)
                .containsExactly("Page money", "Page leave", "Freezing", "Page more");
        assertThat(records.save(heron(56, "money", "leave"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
    }

    @Test
    void aTableBringsBackWhatALaterRecordLeftOut() {
        var table = new CompanyCitations("heron", "heron", List.of(page("pause")));
        records.attach(table, FILE, false);
        records.save(heron(48, "money"), FILE, false);

        assertThat(records.attach(table, FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.find("heron").orElseThrow().record().citations())
                .containsExactly(page("money"), page("pause"));
    }

    @Test
    void anAliasThatBecomesASourceOfItsOwnMakesNoOldFileNews() {
        var aliases = new SourceAliases(new JdbcTemplate(database));
        long source = jdbc.sql("select id from source where url = :url")
                .param("url", HELP + "money")
                .query(Long.class)
                .single();
        aliases.record(List.of(
                new SourceAliases.Seen(source, new Alias(Alias.Kind.SLUG, URI.create(HELP + "money-back")), NOW)));
        records.save(heron(56, "money-back"), FILE, false);
        jdbc.sql("insert into source (url, host, created_at) values (:url, 'help.heron.example', now())")
                .param("url", HELP + "money-back")
                .update();

        assertThat(records.save(heron(56, "money-back"), FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
    }

    private void withoutDigests() {
        jdbc.sql("alter table revision disable trigger append_only_row").update();
        jdbc.sql("update revision set content_digest = null").update();
        jdbc.sql("update citation set import_digest = null").update();
        jdbc.sql("alter table revision enable trigger append_only_row").update();
    }

    private int count(String fromWhere) {
        return jdbc.sql("select count(*) from " + fromWhere)
                .query(Integer.class)
                .single();
    }
}
