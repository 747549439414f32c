package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.score.Told.claim;
import static org.evidencewatch.score.Told.stated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.Dimension;
import org.junit.jupiter.api.Test;

/** What another wording of a record's claims does to its score. */
class EffectTest {

    private static final Scoring SHIPPED = new Scoring(Rubrics.required("ces-1.1"));
    private static final Scoring OAK = new Scoring(Oak.rubric());
    private static final Claim MONTH =
            claim(Dimension.REFUND, "You can ask for a refund within 30 days of the payment.");
    private static final Claim FORTNIGHT =
            claim(Dimension.REFUND, "You can ask for a refund within 14 days of the payment.");
    private static final Claim TWO_MONTHS =
            claim(Dimension.REFUND, "You can ask for a refund within 60 days of the payment.");

    @Test
    void aShorterRefundWindowTakesPointsOffThePublishedScore() throws Exception {
        var record = ScoringTest.sample("nimbusattic");
        var before = Stated.of(record);
        var after = edited(before, statement -> statement.replace("30 days of a purchase", "14 days of a purchase"));
        var effect = SHIPPED.effect(record.assessment(), before, after);

        assertThat(effect.scoreBefore()).contains(83);
        assertThat(effect.gradeBefore()).contains("A");
        // 88.75 becomes 74.75: 89 and 75
        assertThat(effect.points()).isEqualTo(-14);
        assertThat(effect.scoreAfter()).contains(69);
        assertThat(effect.gradeAfter()).contains("B");
        assertThat(effect.lines())
                .containsExactly("Refund policy: refund window 30 days (Yearly) -> 14 days (Yearly), 29.75 -> 15.75");
        assertThat(effect.reproduces()).isFalse();
        assertThat(effect.difference())
                .contains("the rubric gives 89 where 83 is published; effects are differences under the rubric");
        assertThat(effect.caveat())
                .contains("The weights and points of CES-1.1 are sample values, not the published ones.");
    }

    @Test
    void takingItBackGivesThemBack() throws Exception {
        var record = ScoringTest.sample("nimbusattic");
        var thirty = Stated.of(record);
        var fourteen = edited(thirty, statement -> statement.replace("30 days of a purchase", "14 days of a purchase"));

        assertThat(SHIPPED.effect(published(69, "B"), fourteen, thirty))
                .extracting(Effect::points, Effect::scoreAfter, Effect::gradeAfter)
                .containsExactly(14, Optional.of(83), Optional.of("A"));
    }

    @Test
    void anUnchangedRecordKeepsScoreAndGradeWhateverTheBandsGive() {
        var effect = OAK.effect(published(4, "A+"), stated(), stated());

        assertThat(effect)
                .isEqualTo(new Effect(
                        Optional.of(4),
                        Optional.of("A+"),
                        Optional.of(4),
                        Optional.of("A+"),
                        0,
                        List.of(),
                        true,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void anotherFactThatCountsTheSameIsTold() {
        var effect = OAK.effect(published(40, "D"), stated(MONTH), stated(TWO_MONTHS));

        assertThat(effect.points()).isZero();
        assertThat(effect.gradeAfter()).contains("D");
        assertThat(effect.lines()).containsExactly("Refunds: refund window 30 days -> 60 days, still 40.0");
    }

    @Test
    void otherWordsForTheSameFactsAreTold() {
        var effect = OAK.effect(
                published(40, "C"),
                stated(MONTH),
                stated(claim(Dimension.REFUND, MONTH.statement() + " Write to us.")));

        assertThat(effect.points()).isZero();
        assertThat(effect.lines()).containsExactly("Refunds: nothing differs that the rubric grades, still 40.0");
    }

    @Test
    void aClaimThatIsDroppedIsSilence() {
        var effect = OAK.effect(published(40, "C"), stated(MONTH), stated());

        assertThat(effect.points()).isEqualTo(-36);
        assertThat(effect.scoreAfter()).contains(4);
        assertThat(effect.reproduces()).isTrue();
        assertThat(effect.difference()).isEmpty();
        assertThat(effect.lines()).containsExactly("Refunds: refund window 30 days -> nothing is claimed, 40.0 -> 4.0");
    }

    @Test
    void aClaimThatIsNewSpeaks() {
        var effect = OAK.effect(published(60, "B"), stated(), stated(MONTH));

        assertThat(effect.points()).isEqualTo(36);
        assertThat(effect.scoreAfter()).contains(96);
        assertThat(effect.gradeAfter()).contains("A");
        assertThat(effect.lines()).containsExactly("Refunds: nothing is claimed -> refund window 30 days, 4.0 -> 40.0");
    }

    @Test
    void aClaimWithoutAGradedFactIsDocumented() {
        var effect = OAK.effect(published(40, "C"), stated(MONTH), stated(claim(Dimension.REFUND, "It depends.")));

        assertThat(effect.lines())
                .containsExactly("Refunds: refund window 30 days -> claimed, and no fact that is graded could be read,"
                        + " 40.0 -> 8.0");
    }

    @Test
    void severalDimensionsAreToldInTheOrderOfTheRubric() {
        var effect = OAK.effect(
                published(50, "B"),
                stated(FORTNIGHT, claim(Dimension.CHANNELS, "Cancel online in the account.")),
                stated(claim(Dimension.CHANNELS, "Cancel by phone."), MONTH));

        assertThat(effect.lines())
                .containsExactly(
                        "Channels: cancellation channels online -> claimed, and no fact that is graded could be read,"
                                + " 20.0 -> 4.0",
                        "Refunds: refund window 14 days -> 30 days, 20.2 -> 40.0");
        // 40.2 and 44
        assertThat(effect.points()).isEqualTo(4);
        assertThat(effect.scoreAfter()).contains(54);
    }

    @Test
    void theScoreStaysWithinTheScaleAndAGradeThatDoesNotMoveStands() {
        assertThat(OAK.effect(published(90, "B"), stated(), stated(MONTH)).scoreAfter())
                .contains(100);
        assertThat(OAK.effect(published(90, "B"), stated(), stated(MONTH)).gradeAfter())
                .contains("A");
        assertThat(OAK.effect(published(20, "C"), stated(MONTH), stated()).scoreAfter())
                .contains(0);
        var full = OAK.effect(published(100, "A+"), stated(), stated(MONTH));
        assertThat(full.points()).isEqualTo(36);
        assertThat(full.scoreAfter()).contains(100);
        assertThat(full.gradeAfter()).contains("A+");
    }

    @Test
    void withoutAPublishedScoreNoneIsInvented() {
        var effect = OAK.effect(Assessment.NONE, stated(MONTH), stated(FORTNIGHT));

        assertThat(effect.scoreBefore()).isEmpty();
        assertThat(effect.scoreAfter()).isEmpty();
        assertThat(effect.gradeAfter()).isEmpty();
        assertThat(effect.points()).isEqualTo(-20);
        assertThat(effect.reproduces()).isFalse();
        assertThat(effect.difference()).contains("the rubric gives 40, and no score is published");
        assertThat(effect.lines()).hasSize(1);
    }

    @Test
    void aScoreWithoutAGradeGetsOneWhenItMoves() {
        assertThat(OAK.effect(published(90, ""), stated(MONTH), stated(MONTH)).gradeAfter())
                .isEmpty();
        assertThat(OAK.effect(published(90, ""), stated(MONTH), stated(FORTNIGHT))
                        .gradeAfter())
                .contains("B");
    }

    @Test
    void billingMovesNothingAndIsTold() {
        var fortnight = claim(Dimension.BILLING, "A 14-day free trial is offered.");
        var week = claim(Dimension.BILLING, "A 7-day free trial is offered.");
        var effect = OAK.effect(published(40, "C"), stated(MONTH, fortnight), stated(MONTH, week));

        assertThat(effect.points()).isZero();
        assertThat(effect.scoreAfter()).contains(40);
        assertThat(effect.lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Billing: trial length 14 days")
                        .contains(" -> trial length 7 days")
                        .endsWith(", carries no weight"));
        assertThat(OAK.effect(published(40, "C"), stated(MONTH, week), stated(MONTH))
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(" -> nothing is claimed, carries no weight"));
    }

    @Test
    void twoFactsOfOneSideAreToldInFull() {
        var effect = OAK.effect(
                published(50, "B"),
                stated(claim(Dimension.DELETION, "The account is deleted in the settings within 20 days.")),
                stated(claim(
                        Dimension.DELETION, "Files are deleted after 7 days and leave the backups 30 days later.")));

        assertThat(effect.lines())
                .containsExactly("Deletion: deletion delay 20 days -> deletion delay 7 days, deletion delay 30 days,"
                        + " still 20.0");
    }

    private static Stated edited(Stated stated, UnaryOperator<String> edit) {
        var claims = new ArrayList<Claim>();
        stated.claims()
                .forEach(
                        claim -> claims.add(new Claim(claim.dimension(), edit.apply(claim.statement()), claim.urls())));
        return new Stated(claims, stated.summary());
    }

    private static Assessment published(int score, String grade) {
        return new Assessment(
                Optional.of(score),
                Optional.of(grade).filter(letter -> !letter.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
