package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimJudgeTest {

    private static final List<String> VERDICTS =
            List.of("", "supported", "reworded", "value-changed", "contradicted", "no-longer-stated", "cannot-tell");
    private static final Set<String> NOT_GOOD =
            Set.of("degraded", "gone", "moved", "unreachable", "disallowed", "refused", "never");

    static Stream<Arguments> everyCombination() {
        var all = new ArrayList<Arguments>();
        for (String earlier : VERDICTS) {
            for (ReadQuality read : ReadQuality.values()) {
                for (String found : VERDICTS) {
                    all.add(Arguments.of(earlier, read, found));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1} read, found {2}")
    @MethodSource("everyCombination")
    void noReadThatIsNotGoodMovesAVerdict(String earlier, ReadQuality read, String found) {
        var now = ClaimJudge.judge(verdict(earlier), read, verdict(found));

        String expected = NOT_GOOD.contains(read.word()) || found.isEmpty() ? earlier : found;
        assertThat(now.map(ClaimVerdict::word).orElse("")).isEqualTo(expected);
    }

    @Test
    void theTableHasEveryVerdictReadAndFinding() {
        assertThat(everyCombination()).hasSize(7 * 8 * 7);
        assertThat(VERDICTS).hasSize(ClaimVerdict.values().length + 1);
        assertThat(NOT_GOOD).hasSize(ReadQuality.values().length - 1);
    }

    private static Optional<ClaimVerdict> verdict(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(ClaimVerdict.ofWord(word));
    }
}
