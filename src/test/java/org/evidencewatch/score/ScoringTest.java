package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.score.Told.claim;
import static org.evidencewatch.score.Told.stated;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Address;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final Scoring SHIPPED = new Scoring(Rubrics.required("ces-1.1"));
    private static final Scoring OAK = new Scoring(Oak.rubric());

    @Test
    void aPublishedCardIsScoredLineByLine() throws Exception {
        var tidewater = records("fixtures/companies/tidewater-courses.txt").getFirst();
        var card = SHIPPED.card(Stated.of(tidewater));

        assertThat(card.rubric()).isEqualTo("CES-1.1");
        assertThat(card.score()).isEqualTo(67);
        assertThat(card.grade()).isEqualTo("B");
        assertThat(card.lines())
                .extracting(Scorecard.Line::name)
                .containsExactly(
                        "Channels",
                        "Official cancellation page",
                        "Pause/freeze",
                        "Refund policy",
                        "Account/data deletion");
        assertThat(card.lines())
                .extracting(Scorecard.Line::words)
                .containsExactly(
                        "cancellation channels online: 0.9 of 15",
                        "access until period end yes: 0.9 of 20",
                        "pause length max 3 months: 1 of 15",
                        "refundable on conditions: 0.2 of 35",
                        "deletion channels online: 0.9 of 15");
        assertThat(card.lines())
                .extracting(Scorecard.Line::state)
                .containsExactly("alone", "kept", "month", "on-conditions", "alone");
        assertThat(card.sample()).isTrue();
        assertThat(card.caveat()).isEqualTo(SHIPPED.rubric().caveat());
        assertThat(card.reproduces(tidewater.assessment())).isFalse();
        assertThat(card.difference(tidewater.assessment()))
                .contains("the rubric gives 67 where 63 is published; effects are differences under the rubric");
    }

    /** How near the sample values come, as it stands in the documentation. */
    @ParameterizedTest
    @CsvSource({
        "deeplearning-ai, 56, 59, C",
        "lanternflix, 74, 76, B",
        "forkwell-crates, 78, 72, B",
        "stridemoor, 71, 76, B",
        "burrowgate, 86, 77, B",
        "parlavo, 68, 65, B",
        "nimbusattic, 83, 89, A",
        "harbour-ledger, 66, 68, B",
        "tallyboard, 77, 78, B",
        "fernhill-fitness, 41, 43, D"
    })
    void theSampleRecordsComeOutNearTheirPublishedScores(String slug, int published, int score, String grade)
            throws Exception {
        var record = sample(slug);
        var card = SHIPPED.card(Stated.of(record));

        assertThat(record.assessment().score()).contains(published);
        assertThat(card.score()).isEqualTo(score);
        assertThat(card.grade()).isEqualTo(grade);
    }

    @Test
    void aHalfIsRoundedUpAndOnlyOnce() {
        var pause = claim(Dimension.PAUSE, "See there.");
        var page = claim(Dimension.CANCELLATION_PAGE, "See there.");

        // silence on refunds counts 4, each of these 2.5
        assertThat(OAK.card(stated(pause)).score()).isEqualTo(7);
        assertThat(OAK.card(stated(pause, page)).score()).isEqualTo(9);
        var week = claim(Dimension.REFUND, "You can ask for a refund within 7 days of the payment.");
        assertThat(OAK.card(stated(week)).lines().get(3).points()).isEqualTo(new BigDecimal("20.2"));
        assertThat(OAK.card(stated(week)).score()).isEqualTo(20);
        assertThat(OAK.card(stated(week, pause)).score()).isEqualTo(23);
    }

    @Test
    void aRecordThatClaimsNothingIsSilentThroughout() {
        var card = OAK.card(stated());

        assertThat(card.lines()).extracting(Scorecard.Line::state).containsOnly("silent");
        assertThat(card.score()).isEqualTo(4);
        assertThat(card.grade()).isEqualTo("C");
    }

    @Test
    void billingIsShownAndCarriesNoWeight() {
        var trial = OAK.card(stated(claim(Dimension.BILLING, "New members get a 14-day free trial.")));
        var words = OAK.card(stated(claim(Dimension.BILLING, "See the page.")));

        assertThat(trial.score()).isEqualTo(OAK.card(stated()).score());
        assertThat(trial.lines()).hasSize(6).last().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Billing");
            assertThat(line.dimension()).isEqualTo(Dimension.BILLING);
            assertThat(line.weight()).isZero();
            assertThat(line.points()).isZero();
            assertThat(line.share()).isZero();
            assertThat(line.state()).isEqualTo("unweighted");
            assertThat(line.words()).startsWith("trial length 14 days").endsWith(": carries no weight");
            assertThat(line.facts()).contains("trial length 14 days (New)");
        });
        assertThat(words.lines().getLast().words())
                .isEqualTo("claimed, and no typed fact could be read: carries no weight");
    }

    @Test
    void theSummarySpeaksForABareAddress() {
        var address = claim(Dimension.REFUND, "https://help.acme.example/refunds");
        var summary = Optional.of("You can ask for a refund within 30 days of the payment.");

        assertThat(OAK.card(stated(address)).lines().get(3).state()).isEqualTo("documented");
        assertThat(OAK.card(new Stated(List.of(address), summary))
                        .lines()
                        .get(3)
                        .state())
                .isEqualTo("month");
        assertThat(OAK.card(new Stated(List.of(), summary)).lines().get(3).state())
                .isEqualTo("silent");
    }

    @Test
    void severalClaimsOfADimensionAreGradedTogether() {
        var card = OAK.card(stated(
                claim(Dimension.REFUND, "You can ask for a refund within 7 days of the payment."),
                claim(Dimension.REFUND, "You can ask for a refund within 30 days of the payment."),
                claim(Dimension.REFUND, "All customers get refunds within 30 days of the payment.")));

        assertThat(card.lines().get(3).state()).isEqualTo("month");
        assertThat(card.lines().get(3).facts()).containsExactly("refund window 30 days");
    }

    @Test
    void aPublishedScoreIsReproducedOrNot() {
        var card = OAK.card(stated());

        assertThat(card.reproduces(published(4))).isTrue();
        assertThat(card.difference(published(4))).isEmpty();
        assertThat(card.reproduces(published(5))).isFalse();
        assertThat(card.reproduces(Assessment.NONE)).isFalse();
        assertThat(card.difference(Assessment.NONE)).contains("the rubric gives 4, and no score is published");
        assertThat(card.caveat()).isEmpty();
    }

    @Test
    void theSameWordsAreScoredTheSameAgain() throws Exception {
        var record = Stated.of(sample("harbour-ledger"));

        assertThat(new Scoring(SHIPPED.rubric()).card(record))
                .isEqualTo(SHIPPED.card(record))
                .isEqualTo(SHIPPED.card(record));
    }

    @Test
    void onlyWhatWasAskedForLastIsKept() {
        var reader = new ClaimReader(100);
        var first = reader.read(Dimension.PAUSE, "Plans can be paused for up to 3 months.", Optional.empty());
        reader.read(Dimension.PAUSE, "Plans can be paused for up to 2 months.", Optional.empty());
        assertThat(reader.size()).isEqualTo(2);
        assertThat(reader.read(Dimension.PAUSE, "Plans can be paused for up to 3 months.", Optional.empty()))
                .isSameAs(first);
        reader.read(Dimension.PAUSE, "Plans can be paused for up to 1 months.", Optional.empty());
        assertThat(reader.size()).isEqualTo(2);
        assertThat(reader.read(Dimension.PAUSE, "Plans can be paused for up to 3 months.", Optional.empty()))
                .isSameAs(first);
        reader.read(Dimension.PAUSE, "Plans can be paused.", Optional.of("A summary. ".repeat(60)));
        assertThat(reader.size()).isZero();
    }

    private static Assessment published(int score) {
        return new Assessment(
                Optional.of(score),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static CompanyRecord sample(String slug) throws Exception {
        var all = new ArrayList<>(records("fixtures/demo/companies.json"));
        all.addAll(records("fixtures/companies/records.json"));
        return all.stream()
                .filter(record -> record.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<CompanyRecord> records(String file) throws Exception {
        var reader = new RecordReader(html -> List.of(), url -> new Address.Page(url, "host.example"));
        return reader.read(file, Files.readAllBytes(Path.of(file))).records();
    }
}
