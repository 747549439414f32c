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
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.DecisionRules.Ruling;
import org.evidencewatch.review.Docket.Ground.OfPage;
import org.evidencewatch.review.Docket.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "noise|reworded-same-meaning|material-worse, true,  material-worse,        accepted",
        "noise|reworded-same-meaning,                true,  reworded-same-meaning, accepted",
        "noise|reworded-same-meaning,                false, reworded-same-meaning, dismissed",
        "noise|noise,                                true,  noise,                 dismissed",
        "noise|bad-capture,                          true,  bad-capture,           quarantined",
        "source-moved|citation-insufficient,         true,  source-moved,          accepted",
        "bad-capture|material-better,                true,  material-better,       accepted",
        "source-gone|noise,                          false, source-gone,           accepted",
    })
    void theWeightiestAnswerEndsAChange(String answers, boolean pageStands, String by, String outcome) {
        var decisions = new ArrayList<Decision>();
        Arrays.stream(answers.split("\\|", -1)).forEach(word -> decisions.add(decision(decisions.size() + 1L, word)));

        var ending = Ending.of(decisions, pageStands);

        assertThat(ending.by().answer().word()).isEqualTo(by);
        assertThat(ending.outcome().word()).isEqualTo(outcome);
    }

    @Test
    void aDeferralEndsNothing() {
        assertThatThrownBy(() -> Ending.of(List.of(decision(1, "defer")), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnconfirmedChangeMovesNoScoreButMayBeNoise() {
        var docket = new Docket(Optional.empty(), List.of(line(1, Optional.empty(), Optional.empty())));

        assertThat(DecisionRules.rule(docket, request(Answer.MATERIAL_WORSE), NOW))
                .isInstanceOf(Ruling.Forbidden.class);
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
                1,
                new OfPage(reason + 10, reason + 20, true, false, Optional.empty(), Optional.empty()),
                Optional.of(1L),
                confirmation.map(Key.Confirmation::new),
                Optional.empty(),
                deferredUntil,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static Decision decision(long id, String word) {
        return new Decision(
                id,
                id,
                Optional.of("https://a.test/"),
                Answer.of(word).orElseThrow(),
                "anna",
                "why",
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static DecisionRequest request(Answer answer) {
        return new DecisionRequest(
                Target.of("acme", Set.of()), answer, "anna", "why", Optional.empty(), RecordEdit.PROPOSED);
    }
}
