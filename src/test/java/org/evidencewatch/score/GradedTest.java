package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.score.Told.days;
import static org.evidencewatch.score.Told.fact;
import static org.evidencewatch.score.Told.money;
import static org.evidencewatch.score.Told.scoped;
import static org.evidencewatch.score.Told.ways;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.Form;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value;
import org.evidencewatch.fact.Value.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradedTest {

    private static final Criterion REFUND = Oak.rubric().criteria().get(3);
    private static final Fact MONTH = fact(Role.REFUND_WINDOW, days(30));
    private static final Fact FEE = fact(Role.RESTOCKING_FEE, money("EUR", "5"));

    @Test
    void theFirstStateWhoseConditionsAreMetCounts() {
        var graded = refund(MONTH, fact(Role.REFUND_WINDOW, days(14)));

        assertThat(graded.state().id()).isEqualTo("month");
        assertThat(graded.points()).isEqualTo(new BigDecimal("40"));
        assertThat(graded.facts()).containsExactly(MONTH);
        assertThat(graded.said()).isEqualTo("refund window 30 days");
    }

    @Test
    void whatIsStatedForSomeCountsAsSuch() {
        var yearly = scoped(Role.REFUND_WINDOW, days(30), "yearly");

        assertThat(refund(yearly).state().id()).isEqualTo("some");
        assertThat(refund(yearly).facts()).containsExactly(yearly);
        assertThat(refund(yearly).said()).isEqualTo("refund window 30 days (yearly)");
    }

    @Test
    void whatKeepsClaimsFromABetterStateIsToldToo() {
        var graded = refund(FEE, MONTH);

        assertThat(graded.state().id()).isEqualTo("some");
        assertThat(graded.facts()).containsExactly(MONTH, FEE);
        assertThat(graded.line().words()).isEqualTo("refund window 30 days, restocking fee EUR 5: 0.505 of 40");
        assertThat(graded.line().facts()).containsExactly("refund window 30 days", "restocking fee EUR 5");
    }

    @Test
    void whatWouldKeepThemFromAStateThatTheyDoNotReachIsNotTold() {
        assertThat(refund(FEE).state().id()).isEqualTo("documented");
        assertThat(refund(FEE).facts()).isEmpty();
    }

    @Test
    void aClaimWithoutAFactThatIsGradedIsDocumented() {
        var graded = refund(fact(Role.REFUND_PROCESSING_TIME, days(5)));

        assertThat(graded.state()).isEqualTo(REFUND.documented());
        assertThat(graded.line().words()).isEqualTo("claimed, and no fact that is graded could be read: 0.2 of 40");
        assertThat(graded.points()).isEqualTo(new BigDecimal("8"));
    }

    @Test
    void whereEveryStateIsKeptFromIsDocumentedWithTheReason() {
        var only = new Criterion(
                Dimension.REFUND,
                "Refunds",
                40,
                List.of(REFUND.states().getFirst()),
                REFUND.documented(),
                REFUND.silent());
        var graded = Graded.of(only, new Claimed(List.of("words"), List.of(MONTH, FEE)));

        assertThat(graded.state()).isEqualTo(REFUND.documented());
        assertThat(graded.facts()).containsExactly(FEE);
    }

    @Test
    void withoutAClaimNothingIsSaidWhateverTheFacts() {
        var graded = Graded.of(REFUND, new Claimed(List.of(), List.of(MONTH)));

        assertThat(graded.state()).isEqualTo(REFUND.silent());
        assertThat(graded.facts()).isEmpty();
        assertThat(graded.line().words()).isEqualTo("nothing is claimed: 0.1 of 40");
    }

    @Test
    void aFactThatMeetsTwoConditionsIsToldOnce() {
        var both = Oak.usable(Oak.TEXT.replace(
                        "when: [{ role: refund_window, stated: true }]",
                        "when: [{ role: refund_window, stated: true }, { role: refund_window, over: 2 }]"))
                .criteria()
                .get(3);
        var week = fact(Role.REFUND_WINDOW, days(7));

        assertThat(Graded.of(both, new Claimed(List.of("words"), List.of(week))).facts())
                .containsExactly(week);
        assertThat(Graded.of(both, new Claimed(List.of("words"), List.of(fact(Role.REFUND_WINDOW, days(2)))))
                        .state()
                        .id())
                .isEqualTo("documented");
    }

    /** The states of the rubric that comes with the program, by what claims say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHANNELS | Cancel online or by e-mail. | alone-and-in-writing | 15",
                "CHANNELS | Cancel online in the account. | alone | 13.5",
                "CHANNELS | Cancel by e-mail. | in-writing | 9",
                "CHANNELS | Cancel by phone. | with-effort | 4.5",
                "CHANNELS | There are ways. | documented | 2.25",
                "CANCELLATION_PAGE | There is no cancellation fee, and access lasts until the end of the paid billing period. | kept-without-fee | 20",
                "CANCELLATION_PAGE | Access lasts until the end of the paid period. | kept | 18",
                "CANCELLATION_PAGE | Account, Plan, Cancel plan. | documented | 6",
                "PAUSE | Plans can be paused for up to 3 months. | month | 15",
                "PAUSE | Monthly plans can be paused for up to 3 months. | month-for-some | 9",
                "PAUSE | Plans can be paused for up to 2 weeks. | offered | 7.5",
                "PAUSE | A pause is not offered. | not-offered | 3",
                "PAUSE | See the page. | documented | 1.5",
                "REFUND | You can ask for a refund within 30 days of the payment. | thirty-days | 35",
                "REFUND | Yearly plans are refunded in full within 30 days of a purchase. | thirty-days-for-some | 29.75",
                "REFUND | You can ask for a refund within 14 days of the payment. | fourteen-days | 24.5",
                "REFUND | Yearly plans are refunded in full within 14 days of a purchase. | fourteen-days-for-some | 15.75",
                "REFUND | You can ask for a refund within 7 days of the payment. | shorter | 12.25",
                "REFUND | Payments are non-refundable. | not-refunded | 5.25",
                "REFUND | https://help.acme.example/refunds | documented | 3.5",
                "DELETION | The account is deleted in the privacy settings; personal data are erased within 30 days. | alone-within-a-month | 15",
                "DELETION | Accounts are deleted on request by e-mail, within 30 days. | within-a-month | 12.75",
                "DELETION | Asked for elsewhere. | documented | 3"
            })
    void claimsAreInTheStateThatTheirWordsGive(Dimension dimension, String words, String state, String points) {
        var shipped = Rubrics.required("ces-1.1");
        var line = new Scoring(shipped)
                .card(Told.stated(Told.claim(dimension, words))).lines().stream()
                        .filter(l -> l.dimension() == dimension)
                        .findFirst()
                        .orElseThrow();

        assertThat(line.state()).isEqualTo(state);
        assertThat(line.points()).isEqualTo(new BigDecimal(points));
        assertThat(line.share().multiply(BigDecimal.valueOf(line.weight()))).isEqualByComparingTo(line.points());
    }

    /** By facts, for states that no words need be found for. */
    @Test
    void everyStateOfTheProgramsRubricCanBeReached() {
        for (var criterion : Rubrics.required("ces-1.1").criteria()) {
            assertThat(criterion.states())
                    .allSatisfy(state -> assertThat(meeting(state.when()))
                            .extracting(facts -> Graded.of(criterion, new Claimed(List.of("words"), facts))
                                    .state()
                                    .id())
                            .contains(state.id()));
        }
    }

    /** Facts that meet all of these, in several ways. */
    private static List<List<Fact>> meeting(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return List.of(List.of());
        }
        return meeting(conditions.subList(1, conditions.size())).stream()
                .flatMap(others -> meeting(conditions.getFirst()).map(fact -> {
                    var all = new ArrayList<>(others);
                    all.add(fact);
                    return List.copyOf(all);
                }))
                .toList();
    }

    private static Stream<Fact> meeting(Condition condition) {
        var values = Stream.of(
                Flag.NO,
                Flag.CONDITIONAL,
                Flag.YES,
                money("", "0"),
                money("EUR", "9"),
                money("%", "50"),
                days(1),
                days(14),
                days(30),
                days(90),
                ways(Channel.PHONE),
                ways(Channel.EMAIL),
                ways(Channel.ONLINE));
        return values.filter(value -> formed(condition.role(), value))
                .flatMap(value -> Stream.of(fact(condition.role(), value), scoped(condition.role(), value, "yearly")))
                .filter(fact -> !condition.metBy(List.of(fact)).isEmpty());
    }

    private static boolean formed(Role role, Value value) {
        return switch (value) {
            case Value.Duration time -> role.form() == Form.DURATION;
            case Value.Amount sum -> role.form() == Form.MONEY;
            case Flag flag -> role.form() == Form.FLAG;
            case Value.Channels ways -> role.form() == Form.CHANNELS;
        };
    }

    private static Graded refund(Fact... facts) {
        return Graded.of(REFUND, new Claimed(List.of("words"), List.of(facts)));
    }
}
