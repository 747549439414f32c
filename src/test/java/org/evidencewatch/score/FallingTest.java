package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.score.Told.days;
import static org.evidencewatch.score.Told.fact;
import static org.evidencewatch.score.Told.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value;
import org.evidencewatch.fact.Value.Flag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every rubric that is accepted, whatever the facts. */
class FallingTest {

    private static final int TRIALS = 4_000;
    private static final int FACTS = 5;

    static List<Rubric> rubrics() {
        return List.of(Rubrics.required("ces-1.1"), Oak.rubric());
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void aFactThatBecomesWorseNeverRaisesTheScore(Rubric rubric) {
        var random = new Random(7);
        int fallen = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            var criterion = any(rubric.criteria(), random);
            var facts = facts(criterion, random);
            int at = random.nextInt(facts.size());
            var worse = worse(facts.get(at), random);
            if (worse.isPresent()) {
                var before = points(criterion, facts);
                var after = points(criterion, replaced(facts, at, worse.get()));
                assertThat(after).as("%s, worse %s", facts, worse.get()).isLessThanOrEqualTo(before);
                fallen += after.compareTo(before) < 0 ? 1 : 0;
            }
        }
        assertThat(fallen).isGreaterThan(TRIALS / 50);
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void whatIsClaimedCountsNoLessThanSilence(Rubric rubric) {
        var random = new Random(11);
        for (int trial = 0; trial < TRIALS; trial++) {
            var criterion = any(rubric.criteria(), random);
            var claimed = points(criterion, facts(criterion, random));
            assertThat(claimed)
                    .isBetween(criterion.points(criterion.documented()), BigDecimal.valueOf(criterion.weight()));
            assertThat(criterion.points(criterion.silent())).isLessThanOrEqualTo(claimed);
        }
    }

    @ParameterizedTest
    @MethodSource("rubrics")
    void theScoreIsTheSumOfItsLinesRoundedOnce(Rubric rubric) {
        var random = new Random(13);
        for (int trial = 0; trial < TRIALS / 4; trial++) {
            var card = card(rubric, random);
            var sum = card.lines().stream().map(Scorecard.Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(card.score()).isBetween(0, 100);
            assertThat(sum.subtract(BigDecimal.valueOf(card.score())))
                    .isGreaterThanOrEqualTo(new BigDecimal("-0.5"))
                    .isLessThan(new BigDecimal("0.5"));
            assertThat(card.grade()).isEqualTo(rubric.grade(card.score()));
        }
    }

    private static Scorecard card(Rubric rubric, Random random) {
        var graded = rubric.criteria().stream()
                .map(criterion -> Graded.of(
                        criterion,
                        new Claimed(random.nextInt(4) == 0 ? List.of() : List.of("words"), facts(criterion, random))))
                .toList();
        return new Grades(rubric, graded, new Claimed(List.of(), List.of())).card();
    }

    private static BigDecimal points(Criterion criterion, List<Fact> facts) {
        return Graded.of(criterion, new Claimed(List.of("words"), facts)).points();
    }

    private static List<Fact> replaced(List<Fact> facts, int at, Fact worse) {
        var all = new ArrayList<>(facts);
        all.set(at, worse);
        return all;
    }

    /** Mostly of roles that the criterion asks for. */
    private static List<Fact> facts(Criterion criterion, Random random) {
        var asked = criterion.states().stream()
                .flatMap(state -> Stream.concat(state.when().stream(), state.unless().stream()))
                .map(Condition::role)
                .toList();
        var facts = new ArrayList<Fact>();
        int count = 1 + random.nextInt(FACTS);
        for (int i = 0; i < count; i++) {
            var role = any(random.nextInt(5) == 0 ? List.of(Role.values()) : asked, random);
            facts.add(
                    random.nextInt(3) == 0
                            ? Told.scoped(role, value(role, random), "yearly")
                            : fact(role, value(role, random)));
        }
        return facts;
    }

    private static Value value(Role role, Random random) {
        return switch (role.form()) {
            case DURATION -> days(any(List.of(0, 1, 5, 7, 13, 14, 21, 29, 30, 31, 60), random));
            case MONEY -> any(List.of(money("", "0"), money("EUR", "5"), money("EUR", "50"), money("%", "50")), random);
            case FLAG -> any(List.of(Flag.values()), random);
            case CHANNELS -> {
                var ways = EnumSet.of(any(List.of(Channel.values()), random));
                ways.add(any(List.of(Channel.values()), random));
                yield new Value.Channels(ways);
            }
        };
    }

    /** The fact, a step worse for the subscriber: of less, for fewer, or more of what is a burden; empty at its worst. */
    private static Optional<Fact> worse(Fact fact, Random random) {
        boolean less = fact.role().moreIsBetter();
        if (less && fact.scope().isEmpty() && random.nextInt(4) == 0) {
            return Optional.of(Told.scoped(fact.role(), fact.value(), "yearly"));
        }
        return switch (fact.value()) {
            case Value.Duration time -> {
                int days = time.high().amount() + (less ? -1 - random.nextInt(20) : 1 + random.nextInt(20));
                yield days < 0 ? Optional.empty() : with(fact, days(days));
            }
            case Value.Amount sum ->
                less
                        ? sum.amount().signum() == 0 ? Optional.empty() : with(fact, money("", "0"))
                        : sum.amount().signum() == 0 ? with(fact, money("EUR", "7")) : Optional.empty();
            case Flag flag ->
                flag == (less ? Flag.NO : Flag.YES)
                        ? Optional.empty()
                        : with(fact, flag != Flag.CONDITIONAL ? Flag.CONDITIONAL : less ? Flag.NO : Flag.YES);
            case Value.Channels ways ->
                ways.channels().size() == 1
                        ? Optional.empty()
                        : with(fact, Told.ways(any(List.copyOf(ways.channels()), random)));
        };
    }

    private static Optional<Fact> with(Fact fact, Value value) {
        return Optional.of(fact.scope()
                .map(scope -> Told.scoped(fact.role(), value, scope))
                .orElseGet(() -> fact(fact.role(), value)));
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
