package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evidencewatch.company.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricTest {

    @Test
    void aRubricIsReadAsItIsWritten() {
        var rubric = Oak.rubric();

        assertThat(rubric.id()).isEqualTo("OAK-1.0");
        assertThat(rubric.sample()).isFalse();
        assertThat(rubric.digest()).matches("[0-9a-f]{64}");
        assertThat(rubric.criteria())
                .extracting(Criterion::dimension)
                .containsExactly(
                        Dimension.CHANNELS,
                        Dimension.CANCELLATION_PAGE,
                        Dimension.PAUSE,
                        Dimension.REFUND,
                        Dimension.DELETION);
        assertThat(rubric.criteria()).extracting(Criterion::weight).containsExactly(20, 10, 10, 40, 20);
        assertThat(rubric.bands()).containsExactly(new Band("A", 80, 100), new Band("B", 50, 79), new Band("C", 0, 49));
    }

    @Test
    void aDimensionHasItsStatesAndTwoOfItsOwn() {
        var refund = Oak.rubric().criteria().get(3);

        assertThat(refund.name()).isEqualTo("Refunds");
        assertThat(refund.all()).extracting(State::id).containsExactly("month", "some", "documented", "silent");
        assertThat(refund.all())
                .extracting(State::share)
                .containsExactly(
                        new BigDecimal("1"), new BigDecimal("0.505"), new BigDecimal("0.2"), new BigDecimal("0.1"));
        assertThat(refund.all())
                .extracting(refund::points)
                .containsExactly(
                        new BigDecimal("40"), new BigDecimal("20.2"), new BigDecimal("8"), new BigDecimal("4"));
        assertThat(refund.all())
                .extracting(State::words)
                .containsExactly(
                        "a month",
                        "some time",
                        "claimed, and no fact that is graded could be read",
                        "nothing is claimed");
        assertThat(refund.all())
                .extracting(State::asks)
                .containsExactly(
                        "refund window at least 30 days, for all, unless restocking fee over 0",
                        "refund window stated",
                        "",
                        "");
    }

    @Test
    void aStateMayAskSeveralThings() {
        var both = Oak.usable(Oak.TEXT.replace(
                "{ role: pause_offered, says: [yes, conditional] }",
                "{ role: pause_offered, says: yes }, { role: pause_length_max, over: 1.5 }"));

        assertThat(both.criteria().get(2).states().getFirst().asks())
                .isEqualTo("pause offered yes and pause length max over 1.5 days");
    }

    @ParameterizedTest
    @CsvSource({"0, C", "49, C", "50, B", "79, B", "80, A", "100, A"})
    void eachScoreHasAGrade(int score, String grade) {
        assertThat(Oak.rubric().grade(score)).isEqualTo(grade);
    }

    @Test
    void noGradeBeyondTheScale() {
        assertThatIllegalArgumentException().isThrownBy(() -> Oak.rubric().grade(101));
        assertThatIllegalArgumentException().isThrownBy(() -> Oak.rubric().grade(-1));
    }

    @Test
    void bandsMayStandInAnyOrder() {
        var turned = Oak.usable(Oak.TEXT.replace(
                "  - { grade: B, from: 50, to: 79 }\n  - { grade: C, from: 0, to: 49 }",
                "  - { grade: C, from: 0, to: 49 }\n  - { grade: B, from: 50, to: 79 }"));

        assertThat(turned.bands()).isEqualTo(Oak.rubric().bands());
    }

    @Test
    void onlySampleValuesNeedACaveat() {
        assertThat(Oak.rubric().caveat()).isEmpty();
        assertThat(Oak.usable(Oak.TEXT.replace("sample: false", "sample: true")).caveat())
                .contains("The weights and points of OAK-1.0 are sample values, not the published ones.");
    }

    @Test
    void anyOtherByteIsAnotherDigest() {
        assertThat(Oak.usable(Oak.TEXT + "# a word\n").digest())
                .isNotEqualTo(Oak.rubric().digest());
        assertThat(Oak.rubric()).isEqualTo(Oak.rubric());
    }

    @Test
    void invariantsAreKept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rubric("OAK-2.0", false, "", List.of(), List.of()))
                .withMessageContaining("sum to 0, not to 100");
        for (var share : List.of("-0.001", "1.001")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new State("oak", "", new BigDecimal(share), List.of(), List.of()))
                    .withMessageContaining(share);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Band("A", -1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Band("A", 4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Band("A", 4, 101));
        assertThat(new Band("A", 0, 100).holds(0)).isTrue();
        assertThat(new Band("A", 3, 3).holds(3)).isTrue();
    }

    @Test
    void theRubricOfThisProgramIsASampleAndSaysSo() throws Exception {
        var shipped = Rubrics.required("ces-1.1");

        assertThat(shipped.id()).isEqualTo("CES-1.1");
        assertThat(shipped.sample()).isTrue();
        assertThat(shipped.caveat()).isPresent();
        assertThat(Files.readString(Path.of("config/rubrics/ces-1.1.yaml"))).contains("# ", "SAMPLE VALUES");
        assertThat(shipped.criteria().stream().mapToInt(Criterion::weight).sum())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"41, D", "56, C", "63, B-", "66, B", "68, B", "71, B", "74, B", "77, B", "78, B", "83, A", "86, A"})
    void theSampleRecordsBearItsGrades(int score, String grade) {
        assertThat(Rubrics.required("ces-1.1").grade(score)).isEqualTo(grade);
    }
}
