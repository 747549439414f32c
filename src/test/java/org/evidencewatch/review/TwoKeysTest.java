package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** Whoever has the database's password and no decision moves no score: direct SQL, tried in every way that we know. */
class TwoKeysTest {

    private static final String PAGE = "https://a.test/refunds";
    private static final String GONE = "https://a.test/gone";

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, java.time.Clock.systemUTC());
    private long change;
    private long gone;
    private long unconfirmed;

    @BeforeEach
    void aCompanyWithAConfirmedChangeAnUnconfirmedOneAndAPageThatIsGone() {
        rows.company("acme", PAGE, GONE, "https://a.test/new");
        rows.company("bolt", "https://b.test/");
        rows.published("acme", 83, "A", Map.of("refund", "Refunds within 30 days."));
        rows.published("bolt", 60, "B", Map.of("refund", "No refunds."));
        change = rows.confirmed(PAGE, "changed", 60);
        gone = rows.confirmed(GONE, "gone", 60);
        unconfirmed = rows.observed("https://a.test/new", "changed", 60);
        queue.settle(Rows.NIGHT);
    }

    @AfterEach
    void nothingMoved() {
        assertThat(rows.score("acme")).isEqualTo("83 A");
        assertThat(rows.claim("acme", "refund")).contains("Refunds within 30 days.");
        assertThat(rows.count("revision")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "no basis at all | null | null | null | exactly_one_basis",
                "an import that has made its revision | (select import_id from revision where company_id = :acme) | null | null | one_revision_of_an_import",
                "a rubric that nobody adopted | null | 'CES-9' | null | revision_rubric_version_fkey",
                "a decision that does not exist | null | null | 4711 | revision_decision_id",
                "two of them | (select max(id) from import_file) | 'CES-9' | null | exactly_one_basis",
            })
    void aRevisionRestsOnExactlyOneBasisAndNoneThatIsUsedUp(
            String what, String imported, String rubric, String decision, String naming) {
        refused("""
                insert into revision (company_id, number, import_id, rubric_version, decision_id, score, grade, at)
                values (:acme, 1, %s, %s, %s, 20, 'F', now())""".formatted(imported, rubric, decision), naming);
    }

    @Test
    void aDecisionThatMovesNothingMakesNoRevision() {
        long noise = decided("noise", "false", "null", "null", change);

        refused("""
                insert into revision (company_id, number, decision_id, score, grade, at)
                values (:acme, 1, %d, 20, 'F', now())""".formatted(noise), "revision_decision_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no key | change | null | null | two_keys",
                "the confirmation of another change | unconfirmed | (select id from confirmation where change_id = :change) | null | decision_confirmation_id",
                "the confirmation of a page that was not read | gone | (select id from confirmation where change_id = :gone) | null | decision_confirmation_id",
                "an absence that was never recorded | gone | null | 4711 | decision_absence_id",
                "two keys of which one would do | change | (select id from confirmation where change_id = :change) | 4711 | two_keys",
            })
    void aDecisionThatMovesARecordCitesExactlyOneKeyOfItsOwn(
            String what, String of, String confirmation, String absence, String naming) {
        long subject = of.equals("change") ? change : of.equals("gone") ? gone : unconfirmed;

        refused(() -> decided("material-worse", "true", confirmation, absence, subject), naming);
    }

    @Test
    void onlyCertainAnswersMoveARecord() {
        refused(
                () -> decided(
                        "noise", "true", "(select id from confirmation where change_id = :change)", "null", change),
                "movers");
    }

    @Test
    void anUnconfirmedChangeIsConfirmedByAGoodCaptureOnly() {
        refused("""
                insert into confirmation (change_id, source_id, kind, capture_id, capture_good, at)
                select id, source_id, kind, (select capture_id from change where id = :gone), capture_good, now()
                from change where id = :unconfirmed""", "confirmation_capture_id");
        refused("""
                insert into confirmation (change_id, source_id, kind, capture_id, capture_good, at)
                select id, source_id, kind, capture_id, false, now() from change where id = :unconfirmed""", "confirmation_");
    }

    @Test
    void anAbsenceLastsTwoDaysAndThreeReads() {
        String absence = """
                insert into lasting_absence (change_id, source_id, first_capture_id, last_capture_id, reads, since, at)
                select id, source_id, capture_id, capture_id, %s, now() - interval '%s', now() from change where id = %s""";
        refused(absence.formatted("2", "3 days", ":gone"), "lasting_absence_reads");
        refused(absence.formatted("3", "1 day", ":gone"), "lasting_absence_check");
        refused(absence.formatted("3", "3 days", ":change"), "lasting_absence_");
    }

    @Test
    void noClaimIsAddedToARevisionThatIsMade() {
        refused("""
                insert into revision_claim (revision_id, claim_id, statement)
                select v.id, k.id, 'No refunds at all.' from revision v join claim k on k.company_id = :bolt
                where v.company_id = :acme""", "no claim is added");
    }

    @Test
    void noBaselineRestsOnAPageThatWasNotRead() {
        refused("""
                insert into baseline (source_id, capture_id, at)
                select source_id, capture_id, now() from change where id = :gone""", "baseline_capture_id");
    }

    @Test
    void theDecisionOfOneCompanyDoesNotMoveAnother() {
        long decision = decided(
                "material-worse", "true", "(select id from confirmation where change_id = :change)", "null", change);

        refused("""
                insert into revision (company_id, number, decision_id, score, grade, at)
                values (:bolt, 1, %d, 20, 'F', now())""".formatted(decision), "revision_decision_id");
    }

    @Test
    void ofSeveralReviewersNoOneMovesAGradeAlone() {
        rows.db().sql("""
                        insert into reviewer (name, password_hash, role, created_at)
                        values ('anna', '', 'reviewer', now()), ('ben', '', 'reviewer', now())""").update();
        long decision = decided(
                "material-worse", "true", "(select id from confirmation where change_id = :change)", "null", change);

        refused("""
                insert into revision (company_id, number, decision_id, score, grade, at)
                values (:acme, 1, %d, 83, 'B', now())""".formatted(decision), "nobody seconds it");
    }

    @Test
    void nobodySecondsThemselves() {
        long first = decided("needs-second-opinion", "false", "null", "null", change);

        refused("""
                insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, at, seconds, seconded_reviewer)
                select reason_id, company_id, change_id, 'noise', 'anna', 'so', now(), id, 'anna'
                from decision where id = %d""".formatted(first), "two_people");
        refused("""
                insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, at, seconds, seconded_reviewer)
                select reason_id, company_id, change_id, 'noise', 'anna', 'so', now(), id, 'carl'
                from decision where id = %d""".formatted(first), "decision_seconds");
    }

    @Test
    void aReasonHasOneFinalAnswerAndAChangeOneOutcome() {
        decided("noise", "false", "null", "null", change);
        refused(() -> decided("noise", "false", "null", "null", change), "decision_final");
        refused("""
                insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, at, round)
                select reason_id, company_id, change_id, 'noise', 'ben', 'so', now(), 1 from decision""", "decision_reason_id");

        rows.end(change, "reverted");
        refused("""
                insert into change_outcome (change_id, round, outcome, detail, at)
                values (:change, 0, 'accepted', 'so', now())""", "change_outcome_pkey");
        refused("""
                insert into change_outcome (change_id, round, outcome, detail, at)
                values (:change, 1, 'accepted', 'so', now())""", "change_outcome_change_id");
    }

    private long decided(String verdict, String moves, String confirmation, String absence, long subject) {
        return rows.db()
                .sql("""
                        insert into decision (reason_id, company_id, change_id, verdict, reviewer, why, moves_record,
                                              confirmation_id, absence_id, at)
                        select coalesce((select id from reason where change_id = :subject), (select min(id) from reason)), :acme,
                               :subject, '%s', 'anna', 'so', %s, %s, %s, now()
                        returning id""".formatted(verdict, moves, confirmation, absence))
                .params(names())
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private void refused(String sql, String naming) {
        refused(() -> rows.db().sql(sql).params(names()).update(), naming);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String naming) {
        assertThatThrownBy(attempt).isInstanceOf(DataAccessException.class).hasMessageContaining(naming);
    }

    private Map<String, Object> names() {
        return Map.of(
                "acme", id("acme"), "bolt", id("bolt"), "change", change, "gone", gone, "unconfirmed", unconfirmed);
    }

    private long id(String slug) {
        return rows.db()
                .sql("select id from company where slug = :slug")
                .param("slug", slug)
                .query(Long.class)
                .single();
    }
}
