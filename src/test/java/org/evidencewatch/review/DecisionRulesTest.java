package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.review.DecisionRules.Ruling;
import org.evidencewatch.review.Docket.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "noise|still-supported|material, true,  material,        accepted",
        "noise|still-supported,          true,  still-supported, accepted",
        "noise|still-supported,          false, still-supported, dismissed",
        "noise|noise,                    true,  noise,           dismissed",
        "material|noise,                 false, material,        accepted",
    })
    void theWeightiestAnswerEndsAChange(String answers, boolean pageStands, String by, String outcome) {
        var decisions = new ArrayList<Decision>();
        Arrays.stream(answers.split("\\|", -1)).forEach(word -> decisions.add(decision(decisions.size() + 1L, word)));

        var ending = DecisionRules.ending(decisions, pageStands);

        assertThat(ending.by().answer().word()).isEqualTo(by);
        assertThat(ending.outcome()).isEqualTo(outcome);
    }

    @Test
    void aDeferralEndsNothing() {
        assertThatThrownBy(() -> DecisionRules.ending(List.of(decision(1, "defer")), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnconfirmedChangeMovesNoScoreButMayBeNoise() {
        var docket = new Docket(Optional.empty(), List.of(line(1, Optional.empty(), Optional.empty())));

        assertThat(DecisionRules.rule(docket, request(Answer.MATERIAL), NOW)).isInstanceOf(Ruling.Forbidden.class);
        assertThat(DecisionRules.rule(docket, request(Answer.NOISE), NOW)).isInstanceOf(Ruling.Answers.class);
    }

    @Test
    void whatIsDeferredIsNotAmongTheReasonsThatNobodyNamed() {
        var docket = new Docket(
                Optional.empty(),
                List.of(
                        line(1, Optional.of(7L), Optional.of(NOW.plusSeconds(1))),
                        line(2, Optional.of(8L), Optional.of(NOW))));

        assertThat(DecisionRules.rule(docket, request(Answer.NOISE), NOW))
                .isInstanceOfSatisfying(
                        Ruling.Answers.class,
                        answers -> assertThat(answers.lines())
                                .extracting(Line::reason)
                                .containsExactly(2L));
    }

    @Test
    void ownLeaseDoesNotBlockOneself() {
        var docket = new Docket(
                Optional.of(new Hold("anna", NOW.plus(Duration.ofMinutes(1)))),
                List.of(line(1, Optional.of(7L), Optional.empty())));

        assertThat(DecisionRules.rule(docket, request(Answer.NOISE), NOW)).isInstanceOf(Ruling.Answers.class);
    }

    private static Line line(long reason, Optional<Long> confirmation, Optional<Instant> deferredUntil) {
        return new Line(
                reason,
                reason + 10,
                reason + 20,
                confirmation,
                Optional.empty(),
                deferredUntil,
                Optional.empty(),
                Optional.empty());
    }

    private static Decision decision(long id, String word) {
        return new Decision(
                id, id, "https://a.test/", Answer.of(word).orElseThrow(), "anna", "why", Optional.empty(), NOW);
    }

    private static DecisionRequest request(Answer answer) {
        return new DecisionRequest("acme", Set.of(), false, answer, "anna", "why", Optional.empty());
    }
}
