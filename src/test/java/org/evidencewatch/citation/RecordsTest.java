package org.evidencewatch.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.CitedPage.Kind;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyCitations;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.evidencewatch.company.RecordFormat;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class RecordsTest {

    private static final Instant NOW = Instant.parse("2026-06-10T21:30:00Z");
    private static final ImportFile FILE = new ImportFile("card.txt", RecordFormat.CARD_TEXT, "ab", NOW);
    private static final String HELP = "https://help.heron.example/";

    private final javax.sql.DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Records records =
            new Records(jdbc, new DataSourceTransactionManager(database), Clock.fixed(NOW, ZoneOffset.UTC));

    private static CompanyRecord heron(int score, String refund, CitedPage... pages) {
        var assessment = new Assessment(
                Optional.of(score),
                Optional.of("C"),
                Optional.of("Documented-Policy"),
                Optional.of("CES-1.1"),
                Optional.of(LocalDate.of(2026, 6, 10)),
                Optional.empty(),
                Optional.of("Some words."));
        return new CompanyRecord(
                "heron",
                "Heron & Sons",
                Optional.of("Shops"),
                Optional.of("NZ"),
                assessment,
                List.of(
                        new Claim(Dimension.REFUND, refund, List.of(HELP + "money")),
                        new Claim(Dimension.CHANNELS, "online", List.of())),
                List.of(pages));
    }

    private static CitedPage page(String path) {
        return new CitedPage(
                HELP + path, "Page " + path, Optional.of(LocalDate.of(2026, 6, 9)), Kind.EVIDENCE, Optional.empty());
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void givesBackWhatItStored() {
        var quoted = new CitedPage(
                HELP + "leave?utm_source=x",
                "Leaving",
                Optional.empty(),
                Kind.EVIDENCE,
                Optional.of(new Quote("thirty days", "after ", "")));
        var account = new CitedPage(
                "https://heron.example/account", "Account", Optional.empty(), Kind.ACTION, Optional.empty());
        var record = heron(56, "see " + HELP + "money", page("money"), quoted, account);

        assertThat(records.save(record, FILE, false)).isEqualTo(SaveOutcome.ADDED);

        var stored = records.find("heron").orElseThrow();
        assertThat(stored.revision()).isZero();
        assertThat(stored.importedAt()).isEqualTo(NOW);
        assertThat(stored.sample()).isFalse();
        assertThat(stored.record().assessment()).isEqualTo(record.assessment());
        assertThat(stored.record().citations()).isEqualTo(record.citations());
        assertThat(stored.record().claims()).containsExactlyInAnyOrderElementsOf(record.claims());
        assertThat(jdbc.sql("select url from source order by url")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("https://heron.example/account", HELP + "leave", HELP + "money");
        assertThat(records.find("egret")).isEmpty();
        assertThat(records.slugs()).containsExactly("heron");
    }

    @Test
    void changesNothingWhenTheSameRecordComesAgain() {
        records.save(heron(56, "30 days", page("money"), page("leave")), FILE, false);
        var later = new ImportFile("other.html", RecordFormat.CARD_HTML, "cd", NOW.plusSeconds(60));

        var again = heron(56, "30 days", page("leave"), page("money"));
        assertThat(records.save(again, later, false)).isEqualTo(SaveOutcome.UNCHANGED);

        assertThat(count("revision")).isEqualTo(1);
        assertThat(count("import_file")).isEqualTo(1);
        assertThat(count("citation")).isEqualTo(2);
    }

    @Test
    void makesANewRevisionOfWhatTheIndexNowSays() {
        records.save(heron(56, "30 days", page("money")), FILE, false);

        assertThat(records.save(heron(48, "14 days", page("money")), FILE, false))
                .isEqualTo(SaveOutcome.UPDATED);

        var stored = records.find("heron").orElseThrow();
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(stored.record().assessment().score()).contains(48);
        assertThat(stored.record().claims()).extracting(Claim::statement).contains("14 days");
        assertThat(jdbc.sql("select score from revision order by number")
                        .query(Integer.class)
                        .list())
                .containsExactly(56, 48);
        assertThat(count("claim")).isEqualTo(2);
        assertThat(count("revision_claim")).isEqualTo(4);
    }

    @Test
    void retiresCitationsThatARecordNoLongerHoldsAndRevivesThem() {
        records.save(heron(56, "30 days", page("money"), page("leave")), FILE, false);

        records.save(heron(56, "30 days", page("leave")), FILE, false);
        assertThat(records.find("heron").orElseThrow().record().citations()).containsExactly(page("leave"));
        assertThat(jdbc.sql("select cited_url from citation where retired_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly(HELP + "money");

        assertThat(records.save(heron(56, "30 days", page("money"), page("leave")), FILE, false))
                .isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.find("heron").orElseThrow().record().citations()).hasSize(2);
        assertThat(count("citation")).isEqualTo(2);
        assertThat(count("source")).isEqualTo(2);
    }

    @Test
    void sharesASourceBetweenCompanies() {
        records.save(heron(56, "30 days", page("money")), FILE, false);
        var other = new CompanyRecord(
                "egret",
                "Egret",
                Optional.empty(),
                Optional.empty(),
                Assessment.NONE,
                List.of(),
                List.of(new CitedPage(
                        "HTTPS://HELP.heron.example:443/money#x",
                        "M",
                        Optional.empty(),
                        Kind.EVIDENCE,
                        Optional.empty())));
        records.save(other, FILE, false);

        assertThat(count("source")).isEqualTo(1);
        assertThat(count("citation")).isEqualTo(2);
        assertThat(count("import_file")).isEqualTo(1);
    }

    @Test
    void linksAClaimToTheCitationsThatItNames() {
        records.save(heron(56, "30 days", page("money"), page("leave")), FILE, false);

        assertThat(jdbc.sql("""
                        select dimension || ' ' || cited_url from claim_citation
                        join claim on claim.id = claim_id join citation on citation.id = citation_id""").query(String.class).list()).containsExactly("refund " + HELP + "money");
    }

    @Test
    void storesNothingOfARecordThatCannotBeStoredWhole() {
        var broken = new CitedPage("https:/broken", "B", Optional.empty(), Kind.EVIDENCE, Optional.empty());

        assertThatThrownBy(() -> records.save(heron(56, "30 days", page("money"), broken), FILE, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https:/broken");
        jdbc.sql("alter table revision_claim add check (statement <> 'unlucky')")
                .update();
        assertThatThrownBy(() -> records.save(heron(56, "unlucky", page("money")), FILE, false))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);

        assertThat(List.of(
                        count("company"), count("source"), count("citation"), count("revision"), count("import_file")))
                .containsOnly(0);
    }

    @Test
    void keepsWhatPeopleDecidedWhenTheSameRecordComesAgain() {
        records.save(heron(56, "30 days", page("money")), FILE, false);
        jdbc.sql("insert into rubric_adoption values ('CES-1.2', repeat('a', 64), 'anna', 'newer', now())")
                .update();
        jdbc.sql(
                        "insert into revision (company_id, number, rubric_version, score, at) values (1, 1, 'CES-1.2', 60, now())")
                .update();

        assertThat(records.save(heron(56, "30 days", page("money")), FILE, false))
                .isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.save(heron(57, "30 days", page("money")), FILE, false))
                .isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.find("heron").orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void makesASampleRealAndNeverTheOtherWayRound() {
        records.save(heron(56, "30 days", page("money")), FILE, true);
        assertThat(records.find("heron").orElseThrow().sample()).isTrue();

        assertThat(records.save(heron(56, "30 days", page("money")), FILE, true))
                .isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.save(heron(56, "30 days", page("money")), FILE, false))
                .isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.find("heron").orElseThrow().sample()).isFalse();

        records.save(heron(56, "30 days", page("money"), page("leave")), FILE, true);
        assertThat(records.find("heron").orElseThrow().sample()).isFalse();
        assertThat(count("revision")).isEqualTo(2);
    }

    @Test
    void attachesCitationsBySlugOrNameAndTakesNoneAway() {
        records.save(heron(56, "30 days", page("money")), FILE, false);
        var byName = new CompanyCitations("heron-sons", "HERON & SONS", List.of(page("leave")));

        assertThat(records.attach(byName, FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(records.attach(byName, FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.attach(new CompanyCitations("heron", "heron", List.of(page("money"))), FILE, false))
                .isEqualTo(SaveOutcome.UNCHANGED);

        var stored = records.find("heron").orElseThrow();
        assertThat(stored.record().citations()).containsExactly(page("money"), page("leave"));
        assertThat(stored.record().assessment().score()).contains(56);
        assertThat(count("revision")).isEqualTo(1);
    }

    @Test
    void createsACompanyForCitationsThatNameANewOne() {
        assertThat(records.attach(new CompanyCitations("egret", "Egret", List.of(page("x"))), FILE, false))
                .isEqualTo(SaveOutcome.ADDED);

        var stored = records.find("egret").orElseThrow();
        assertThat(stored.revision()).isZero();
        assertThat(stored.record().name()).isEqualTo("Egret");
        assertThat(stored.record().assessment()).isEqualTo(Assessment.NONE);
        assertThat(stored.record().citations()).containsExactly(page("x"));
    }

    @Test
    void aCitationOfAnAliasCitesItsSource() {
        records.save(heron(61, "30 days", page("money")), FILE, false);
        alias("money", "money-back");
        var egret = new CompanyRecord(
                "egret",
                "Egret",
                Optional.empty(),
                Optional.empty(),
                Assessment.NONE,
                List.of(),
                List.of(page("money-back")));

        assertThat(records.save(egret, FILE, false)).isEqualTo(SaveOutcome.ADDED);
        assertThat(records.save(egret, FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);

        assertThat(count("source")).isEqualTo(1);
        assertThat(count("citation")).isEqualTo(2);
        assertThat(records.sources(List.of(page("money"), page("money-back")))).containsExactly(HELP + "money");
        assertThat(records.find("egret").orElseThrow().record().citations()).containsExactly(page("money-back"));
    }

    @Test
    void twoAddressesOfOnePageInARecordAreOneCitation() {
        records.save(heron(61, "30 days", page("money")), FILE, false);
        alias("money", "money-back");
        var both = heron(61, "30 days", page("money"), page("money-back"));

        assertThat(records.save(both, FILE, false)).isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.attach(
                        new CompanyCitations("heron", "Heron & Sons", List.of(page("money-back"))), FILE, false))
                .isEqualTo(SaveOutcome.UPDATED);
        assertThat(count("citation")).isEqualTo(1);
    }

    @Test
    void anAliasThatIsASourceItselfStaysOne() {
        records.save(heron(61, "30 days", page("money"), page("money-back")), FILE, false);
        alias("money", "money-back");

        assertThat(records.save(heron(61, "30 days", page("money"), page("money-back")), FILE, false))
                .isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(records.sources(List.of(page("money-back")))).containsExactly(HELP + "money-back");
    }

    @Test
    void keepsWhenAnAliasWasSeenFirstAndLast() {
        records.save(heron(61, "30 days", page("money")), FILE, false);
        alias("money", "money-back");
        var aliases = new SourceAliases(new JdbcTemplate(database));
        long source = jdbc.sql("select id from source").query(Long.class).single();
        var later = NOW.plusSeconds(60);

        aliases.record(List.of(new SourceAliases.Seen(
                source, new Alias(Alias.Kind.CANONICAL, URI.create(HELP + "money-back")), later)));
        assertThat(aliases.of(HELP + "money"))
                .containsExactly(new SourceAliases.Recorded(HELP + "money-back", "slug", NOW, later));

        aliases.stand(Map.of(source, later.plusSeconds(60)));
        assertThat(aliases.of(HELP + "money").getFirst().lastSeen()).isEqualTo(later.plusSeconds(60));
    }

    private void alias(String of, String path) {
        long source = jdbc.sql("select id from source where url = :url")
                .param("url", HELP + of)
                .query(Long.class)
                .single();
        new SourceAliases(new JdbcTemplate(database))
                .record(List.of(
                        new SourceAliases.Seen(source, new Alias(Alias.Kind.SLUG, URI.create(HELP + path)), NOW)));
    }

    @Test
    void letsImportersWorkSideBySide() throws Exception {
        List<Callable<SaveOutcome>> imports = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            var pages = IntStream.range(0, 20).mapToObj(n -> page("p" + n)).toList();
            var order = i % 2 == 0 ? pages : pages.reversed();
            var record = heron(56, "30 days", order.toArray(CitedPage[]::new));
            var named = new CompanyRecord(
                    "heron-" + i % 4,
                    record.name(),
                    record.category(),
                    record.country(),
                    record.assessment(),
                    record.claims(),
                    record.citations());
            imports.add(() -> records.save(named, FILE, false));
        }
        List<SaveOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<SaveOutcome> done : threads.invokeAll(imports)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes).filteredOn(SaveOutcome.ADDED::equals).hasSize(4);
        assertThat(outcomes).filteredOn(SaveOutcome.UNCHANGED::equals).hasSize(20);
        assertThat(count("source")).isEqualTo(20);
        assertThat(count("citation")).isEqualTo(80);
        assertThat(count("revision")).isEqualTo(4);
    }
}
