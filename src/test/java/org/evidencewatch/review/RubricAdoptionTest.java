package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.evidencewatch.TestHouse;
import org.evidencewatch.review.AdoptionReply.Adopted;
import org.evidencewatch.review.AdoptionReply.AdoptedBefore;
import org.evidencewatch.review.AdoptionReply.OnlySamples;
import org.evidencewatch.review.AdoptionReply.OtherFile;
import org.evidencewatch.review.AdoptionReply.Scored;
import org.evidencewatch.score.Rubric;
import org.evidencewatch.score.Scoring;
import org.evidencewatch.score.Stated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class RubricAdoptionTest {

    private static final Instant NOW = Instant.parse("2026-06-13T08:00:00Z");
    private static final AdoptionRequest ASKED = new AdoptionRequest("anna", "published in July", false);
    private static final AdoptionRequest SAMPLES = new AdoptionRequest("anna", "to try it", true);

    private final TestHouse house = TestHouse.open(NOW);
    private final JdbcClient db = house.get(JdbcClient.class);

    @BeforeEach
    void load() {
        house.importRecord(Path.of("fixtures/companies/records.json"));
        house.importSample(Path.of("fixtures/demo/companies.json"));
        house.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyRecordThatClaimsSomethingIsScoredAnew() {
        var adopted = (Adopted) house.get(RubricAdoption.class).adopt(SAMPLES);

        assertThat(adopted.version()).isEqualTo("CES-1.1");
        assertThat(adopted.sample()).isTrue();
        assertThat(adopted.leftAlone()).containsExactly("osprey-letters");
        assertThat(adopted.scored())
                .hasSize(10)
                .isSortedAccordingTo((a, b) -> a.company().compareTo(b.company()));
        assertThat(adopted.scored())
                .contains(
                        new Scored("nimbusattic", Optional.of(83), Optional.of("A"), 89, "A"),
                        new Scored("parlavo", Optional.of(68), Optional.of("B"), 65, "B"));
        assertThat(rows("""
                        select c.slug || ' ' || r.number || ' ' || r.score || ' ' || r.grade || ' ' || r.rubric_version
                               || ' ' || coalesce(r.rubric, '-') || ' ' || coalesce(r.tier, '-')
                        from revision r join company c on c.id = r.company_id
                        where c.slug in ('nimbusattic', 'osprey-letters') and r.rubric_version is not null""")).containsExactly("nimbusattic 1 89 A CES-1.1 CES-1.1 (sample values) Documented-Policy");
    }

    @Test
    void claimsAndAllElseOfTheRecordAreCarriedOver() {
        String claims = """
                select c.slug || ' ' || k.dimension || ' ' || k.ordinal || ' ' || k.statement
                from current_claim k join company c on c.id = k.company_id order by 1""";
        String kept = """
                select distinct on (company_id) company_id || ' ' || coalesce(tier, '-') || ' ' || coalesce(scope, '-') || ' '
                       || coalesce(summary, '-') || ' ' || coalesce(last_reviewed::text, '-')
                from revision order by company_id, number desc""";
        var claimsBefore = rows(claims);
        var keptBefore = rows(kept);
        house.get(RubricAdoption.class).adopt(SAMPLES);

        assertThat(rows(claims)).isEqualTo(claimsBefore).hasSizeGreaterThan(50);
        assertThat(rows(kept)).isEqualTo(keptBefore);
    }

    @Test
    void whoAdoptedItWhyAndWhichFileIsOnRecord() {
        house.get(RubricAdoption.class).adopt(SAMPLES);

        assertThat(rows("""
                        select version || ' ' || digest || ' ' || adopted_by || ' ' || why || ' ' || (at = :at)
                        from rubric_adoption""".replace(":at", "timestamptz '2026-06-13T09:00:00Z'")))
                .containsExactly("CES-1.1 " + house.get(Rubric.class).digest() + " anna to try it true");
        assertThat(
                        rows(
                                "select distinct at = timestamptz '2026-06-13T09:00:00Z' from revision where rubric_version is not null"))
                .containsExactly("t");
    }

    @Test
    void sampleValuesAreNotAdoptedUnlessThatIsAskedFor() {
        assertThat(house.get(RubricAdoption.class).adopt(ASKED)).isEqualTo(new OnlySamples("CES-1.1"));
        assertNothingWasDone();
    }

    @Test
    void publishedValuesNeedNoSuchWord() {
        var adopted = (Adopted) by(published("CES-1.2", "a")).adopt(ASKED);

        assertThat(adopted.sample()).isFalse();
        assertThat(rows("select distinct rubric from revision where rubric_version = 'CES-1.2'"))
                .containsExactly("CES-1.2");
    }

    @Test
    void aVersionIsAdoptedOnce() {
        house.get(RubricAdoption.class).adopt(SAMPLES);
        house.pass(Duration.ofDays(1));

        assertThat(house.get(RubricAdoption.class).adopt(new AdoptionRequest("ben", "again", false)))
                .isEqualTo(new AdoptedBefore("CES-1.1", "anna", NOW.plus(Duration.ofHours(1))));
        assertThat(rows("select count(*) from revision where rubric_version is not null"))
                .containsExactly("10");
    }

    @Test
    void anotherFileOfAnAdoptedVersionIsRefused() {
        by(published("CES-1.2", "a")).adopt(ASKED);

        assertThat(by(published("CES-1.2", "b")).adopt(ASKED))
                .isEqualTo(new OtherFile("CES-1.2", "anna", NOW.plus(Duration.ofHours(1))));
        assertThat(rows("select count(*) from revision where rubric_version is not null"))
                .containsExactly("10");
    }

    @Test
    void theNextVersionScoresWhatTheLastOneLeft() {
        house.get(RubricAdoption.class).adopt(SAMPLES);
        var next = (Adopted) by(published("CES-1.2", "a")).adopt(ASKED);

        assertThat(next.scored()).contains(new Scored("nimbusattic", Optional.of(89), Optional.of("A"), 89, "A"));
        assertThat(rows("select max(number) from revision where rubric_version = 'CES-1.2'"))
                .containsExactly("2");
    }

    @Test
    void itIsOneTransaction() {
        db.sql("""
                        create function fail_late() returns trigger language plpgsql as $$
                        begin raise exception 'no'; end $$""").update();
        db.sql("create trigger late before insert on revision_claim for each row execute function fail_late()")
                .update();

        assertThatException().isThrownBy(() -> house.get(RubricAdoption.class).adopt(SAMPLES));
        assertNothingWasDone();
    }

    @Test
    void ofTwoAtATimeOneDoesIt() {
        var replies = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> house.get(RubricAdoption.class).adopt(SAMPLES)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).hasAtLeastOneElementOfType(Adopted.class).hasAtLeastOneElementOfType(AdoptedBefore.class);
        assertThat(rows("select count(*) from revision where rubric_version is not null"))
                .containsExactly("10");
    }

    @Test
    void anIndexWithoutRecordsIsAdoptedToo() {
        try (var empty = TestHouse.open(NOW)) {
            assertThat(empty.get(RubricAdoption.class).adopt(SAMPLES))
                    .isEqualTo(new Adopted("CES-1.1", true, List.of(), List.of()));
        }
    }

    @Test
    void theHouseScoresByTheRubricInForce() {
        assertThat(house.get(Scoring.class).rubric()).isEqualTo(house.get(Rubric.class));
        assertThat(house.get(Scoring.class)
                        .card(new Stated(List.of(), Optional.empty()))
                        .rubric())
                .isEqualTo("CES-1.1");
    }

    private void assertNothingWasDone() {
        assertThat(rows("select count(*) from rubric_adoption")).containsExactly("0");
        assertThat(rows("select count(*) from revision where number > 0")).containsExactly("0");
    }

    private RubricAdoption by(Rubric rubric) {
        return new RubricAdoption(
                house.get(Adoptions.class),
                new Scoring(rubric),
                house.get(TransactionOperations.class),
                house.get(Clock.class));
    }

    /** The rubric of the house, as if its values were the published ones. */
    private Rubric published(String version, String digit) {
        var shipped = house.get(Rubric.class);
        return new Rubric(version, false, digit.repeat(64), shipped.criteria(), shipped.bands());
    }

    private List<String> rows(String sql) {
        return db.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
