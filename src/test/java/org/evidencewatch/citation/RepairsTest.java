package org.evidencewatch.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.RepairReply.Done;
import org.evidencewatch.citation.RepairReply.Refused;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.CitedPage.Kind;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.evidencewatch.company.RecordFormat;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RepairsTest {

    private static final Instant NOW = Instant.parse("2026-06-10T21:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 11);
    private static final ImportFile FILE = new ImportFile("card.txt", RecordFormat.CARD_TEXT, "ab", NOW);
    private static final String HELP = "https://help.heron.example/";
    private static final Quote WORDS = new Quote("thirty days", "after ", "");

    private final javax.sql.DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final Records records = new Records(jdbc, transactions, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Repairs repairs = new Repairs(jdbc, transactions);
    private final DecisionRows decisions = new DecisionRows(database, NOW);

    private static CompanyRecord heron(CitedPage... pages) {
        return new CompanyRecord(
                "heron",
                "Heron & Sons",
                Optional.empty(),
                Optional.empty(),
                Assessment.NONE,
                List.of(new Claim(Dimension.REFUND, "30 days", List.of(HELP + "money"))),
                List.of(pages));
    }

    private static CitedPage page(String path) {
        return new CitedPage(HELP + path, "Page " + path, Optional.empty(), Kind.EVIDENCE, Optional.empty());
    }

    private static CitedPage read(String path, String title, Quote... quote) {
        return new CitedPage(
                HELP + path,
                title,
                Optional.of(TODAY),
                Kind.EVIDENCE,
                List.of(quote).stream().findFirst());
    }

    private static CitedPage quoted(String path) {
        return new CitedPage(HELP + path, "Page " + path, Optional.empty(), Kind.EVIDENCE, Optional.of(WORDS));
    }

    private static Authority anna() {
        return new Authority(Optional.empty(), "anna", "read both", NOW.plusSeconds(86_400));
    }

    private static Authority decided(long decision) {
        return new Authority(Optional.of(decision), "anna", "decided", NOW.plusSeconds(86_400));
    }

    private long citation(String path) {
        return repairs.citationOf("heron", HELP + path).orElseThrow();
    }

    private List<CitedPage> cited() {
        return records.find("heron").orElseThrow().record().citations();
    }

    private List<String> pagesOfTheClaim() {
        return records.find("heron").orElseThrow().record().claims().getFirst().urls();
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

    private static String because(RepairReply reply) {
        return ((Refused) reply).because();
    }

    @Test
    void aMovedCitationIsRetiredAndAnotherTakesItsPlaceWithWordsAndClaims() {
        records.save(heron(quoted("money"), page("leave")), FILE, false);
        long old = citation("money");

        var done = (Done) repairs.apply(new CitationEdit.Move(old, HELP + "refunds#days"), anna());

        long moved = citation("refunds");
        assertThat(done.replacement()).contains(moved).isNotEqualTo(Optional.of(old));
        assertThat(cited()).containsExactly(page("leave"), read("refunds#days", "Page money", WORDS));
        assertThat(pagesOfTheClaim()).containsExactly(HELP + "refunds#days");
        assertThat(repairs.citationOf("heron", HELP + "money")).contains(old);
        assertThat(jdbc.sql("""
                        select kind || ' ' || (before ->> 'url') || ' ' || (after ->> 'url') || ' ' || (after ->> 'accessed')
                        || ' ' || (after #>> '{quote,exact}') || ' ' || (before ->> 'retired') || reviewer || why
                        from citation_repair""").query(String.class).list())
                .containsExactly(
                        "moved " + HELP + "money " + HELP + "refunds#days 2026-06-11 thirty days falseannaread both");
    }

    @Test
    void theSameFileLeavesARepairAloneAndAnotherOneHasTheLastWord() {
        records.save(heron(page("money"), page("leave")), FILE, false);
        repairs.apply(new CitationEdit.Move(citation("money"), HELP + "refunds"), anna());

        assertThat(records.save(heron(page("money"), page("leave")), FILE, false))
                .isEqualTo(SaveOutcome.UNCHANGED);
        assertThat(cited()).containsExactly(page("leave"), read("refunds", "Page money"));

        assertThat(records.save(heron(page("money")), FILE, false)).isEqualTo(SaveOutcome.UPDATED);
        assertThat(cited()).containsExactly(page("money"));
    }

    @Test
    void aMoveToAPageThatTheCompanyOnceCitedRevivesThatCitation() {
        records.save(heron(quoted("money"), page("refunds")), FILE, false);
        long refunds = citation("refunds");
        repairs.apply(new CitationEdit.Retire(refunds), anna());

        var done = (Done) repairs.apply(new CitationEdit.Move(citation("money"), HELP + "refunds"), anna());

        assertThat(done.replacement()).contains(refunds);
        assertThat(cited()).containsExactly(read("refunds", "Page refunds", WORDS));
        assertThat(kinds()).containsExactly("retired", "merged");
    }

    @Test
    void ofTwoMergedCitationsTheClaimsRestOnTheOneThatStays() {
        records.save(heron(page("money"), quoted("faq")), FILE, false);

        assertThat(repairs.apply(new CitationEdit.Merge(citation("money"), HELP + "faq"), anna()))
                .isInstanceOf(Done.class);

        assertThat(cited()).containsExactly(quoted("faq"));
        assertThat(pagesOfTheClaim()).containsExactly(HELP + "faq");
        assertThat(because(repairs.apply(new CitationEdit.Merge(citation("faq"), HELP + "new"), anna())))
                .isEqualTo("heron does not cite " + HELP + "new; move it there");
    }

    @Test
    void evidenceMergedIntoAnActionPageMakesThatEvidence() {
        var account = new CitedPage(HELP + "account", "Account", Optional.empty(), Kind.ACTION, Optional.empty());
        records.save(heron(page("money"), account), FILE, false);

        repairs.apply(new CitationEdit.Merge(citation("money"), HELP + "account"), anna());

        assertThat(cited()).singleElement().extracting(CitedPage::kind).isEqualTo(Kind.EVIDENCE);
    }

    @Test
    void anotherAddressOfTheSamePageIsNoPlaceToMoveToButMayBeSplitOff() {
        records.save(heron(page("money"), page("leave")), FILE, false);
        alias("money", "money-back");
        long money = citation("money-back");

        assertThat(money).isEqualTo(citation("money"));
        assertThat(because(repairs.apply(new CitationEdit.Move(money, HELP + "money-back"), anna())))
                .contains("another address of the page", "split it off");
        assertThat(because(repairs.apply(new CitationEdit.Move(money, HELP + "money#x"), anna())))
                .isEqualTo("it cites that page already");
        assertThat(because(repairs.apply(new CitationEdit.Split(money, HELP + "other"), anna())))
                .contains("not known as another address");

        assertThat(repairs.apply(new CitationEdit.Split(money, HELP + "money-back"), anna()))
                .isInstanceOf(Done.class);
        assertThat(cited()).containsExactly(page("leave"), read("money-back", "Page money"));
        assertThat(records.sources(List.of(page("money-back")))).containsExactly(HELP + "money-back");
        assertThat(citation("money-back")).isNotEqualTo(money);
    }

    @Test
    void aMoveToAnAliasOfAnotherPageCitesThatPage() {
        records.save(heron(page("money"), page("faq")), FILE, false);
        alias("faq", "questions");

        repairs.apply(new CitationEdit.Move(citation("money"), HELP + "questions"), anna());

        assertThat(cited()).containsExactly(page("faq"));
    }

    @Test
    void otherWordsOfTheSamePageAreQuotedInPlace() {
        records.save(heron(quoted("money")), FILE, false);
        var words = new Quote("fourteen days", "", "");

        assertThat(repairs.apply(new CitationEdit.Requote(citation("money"), words), anna()))
                .isEqualTo(new Done(1, Optional.empty()));

        assertThat(cited()).singleElement().extracting(CitedPage::quote).isEqualTo(Optional.of(words));
        assertThat(because(repairs.apply(new CitationEdit.Requote(citation("money"), words), anna())))
                .isEqualTo("it quotes these words already");
    }

    @Test
    void onlyADecisionTakesAwayTheLastEvidence() {
        records.save(heron(page("money"), page("leave")), FILE, false);
        long money = citation("money");
        assertThat(repairs.apply(new CitationEdit.Retire(money), anna())).isInstanceOf(Done.class);
        long leave = citation("leave");

        assertThat(because(repairs.apply(new CitationEdit.Retire(leave), anna())))
                .contains("only evidence of heron");
        assertThat(cited()).containsExactly(page("leave"));
        assertThat(repairs.apply(new CitationEdit.Retire(leave), decided(decisions.decide("heron"))))
                .isInstanceOf(Done.class);
        assertThat(cited()).isEmpty();
    }

    @Test
    void whatIsRetiredOrUnknownOrNoAddressIsRefused() {
        records.save(heron(page("money"), page("leave")), FILE, false);
        long money = citation("money");
        repairs.apply(new CitationEdit.Retire(money), anna());

        assertThat(because(repairs.apply(new CitationEdit.Retire(money), anna())))
                .contains("retired already");
        assertThat(because(repairs.apply(new CitationEdit.Move(money, HELP + "x"), anna())))
                .contains("retired already");
        assertThat(because(repairs.apply(new CitationEdit.Retire(99), anna()))).isEqualTo("there is no citation 99");
        assertThat(because(repairs.apply(new CitationEdit.Move(citation("leave"), "ftp://x.example/"), anna())))
                .contains("only http and https");
        assertThat(repairs.citationOf("heron", "not an address")).isEmpty();
        assertThat(repairs.citationOf("egret", HELP + "leave")).isEmpty();
        assertThat(kinds()).containsExactly("retired");
        assertThatThrownBy(() -> new Authority(Optional.empty(), " ", "why", NOW))
                .hasMessageContaining("name of the reviewer is missing");
        assertThat(Authority.objection("anna", "be\u202Ecause")).isPresent();
    }

    @Test
    void anAddressThatLooksOtherwiseThanItIsIsStoredInItsCanonicalForm() {
        records.save(heron(page("money")), FILE, false);

        repairs.apply(new CitationEdit.Move(citation("money"), HELP + "\u202Eabc"), anna());

        assertThat(cited()).singleElement().extracting(CitedPage::url).isEqualTo(HELP + "%E2%80%AEabc");
    }

    @Test
    void undoingADecisionRevertsItsRepairsInReverseOrder() {
        records.save(heron(quoted("money"), page("leave"), page("faq")), FILE, false);
        var before = cited();
        long decision = decisions.decide("heron");
        repairs.apply(new CitationEdit.Move(citation("money"), HELP + "refunds"), decided(decision));
        repairs.apply(new CitationEdit.Requote(citation("refunds"), new Quote("14 days", "", "")), decided(decision));
        repairs.apply(new CitationEdit.Merge(citation("refunds"), HELP + "faq"), decided(decision));
        repairs.apply(new CitationEdit.Retire(citation("leave")), decided(decision));
        assertThat(cited()).extracting(CitedPage::url).containsExactly(HELP + "faq");

        assertThat(repairs.undo(decision, decided(decisions.decide("heron"))))
                .hasSize(4)
                .allMatch(Done.class::isInstance);

        assertThat(cited()).isEqualTo(before);
        assertThat(pagesOfTheClaim()).containsExactly(HELP + "money");
        assertThat(jdbc.sql("select undoes from citation_repair where kind = 'undone' order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(repairs.undo(decision, anna())).isEmpty();
    }

    @Test
    void whatWasChangedAgainSinceIsNotUndoneNorIsAnythingElseOfTheDecision() {
        records.save(heron(page("money"), page("leave")), FILE, false);
        long decision = decisions.decide("heron");
        repairs.apply(new CitationEdit.Move(citation("money"), HELP + "refunds"), decided(decision));
        repairs.apply(new CitationEdit.Retire(citation("leave")), decided(decision));
        repairs.apply(new CitationEdit.Move(citation("refunds"), HELP + "refunds-2"), anna());
        var now = cited();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var replies = repairs.undo(decision, anna());
            assertThat(replies).hasSize(1);
            assertThat(because(replies.getFirst())).contains("changed again since repair 1");
        });

        assertThat(cited()).isEqualTo(now);
        assertThat(kinds()).containsExactly("moved", "retired", "moved");
    }

    @Test
    void whatAnImportSetRightIsUndoneByItsRowAlone() {
        records.save(heron(page("money"), page("leave")), FILE, false);
        long decision = decisions.decide("heron");
        repairs.apply(new CitationEdit.Move(citation("money"), HELP + "refunds"), decided(decision));
        records.save(heron(page("money")), FILE, false);

        assertThat(repairs.undo(decision, anna())).singleElement().isInstanceOf(Done.class);

        assertThat(cited()).containsExactly(page("money"));
    }

    @Test
    void aRepairIsGoneWithTheTransactionOfItsCaller() {
        records.save(heron(page("money")), FILE, false);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            repairs.apply(new CitationEdit.Move(citation("money"), HELP + "refunds"), anna());
            status.setRollbackOnly();
        });

        assertThat(cited()).containsExactly(page("money"));
        assertThat(kinds()).isEmpty();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from citation_repair order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
