package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.score.Told.days;
import static org.evidencewatch.score.Told.fact;
import static org.evidencewatch.score.Told.money;
import static org.evidencewatch.score.Told.scoped;
import static org.evidencewatch.score.Told.time;
import static org.evidencewatch.score.Told.ways;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Length.Unit;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value;
import org.evidencewatch.fact.Value.Flag;
import org.evidencewatch.score.Requirement.AnyOf;
import org.evidencewatch.score.Requirement.Bound;
import org.evidencewatch.score.Requirement.Relation;
import org.evidencewatch.score.Requirement.Says;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementTest {

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 29, false", "AT_LEAST, 30, true", "AT_LEAST, 31, true",
        "OVER, 29, false", "OVER, 30, false", "OVER, 31, true",
        "AT_MOST, 29, true", "AT_MOST, 30, true", "AT_MOST, 31, false",
        "UNDER, 29, true", "UNDER, 30, false", "UNDER, 31, false"
    })
    void aLengthStandsToItsLimit(Relation relation, int days, boolean met) {
        assertThat(bound(relation, "30").isMetBy(days(days))).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "1, MONTH, 30.4",
        "1, YEAR, 364.8",
        "2, WEEK, 14",
        "10, BUSINESS_DAY, 14",
        "24, HOUR, 1",
        "36, HOUR, 1.5",
        "0, DAY, 0"
    })
    void lengthsOfAllUnitsAreComparedByDays(int amount, Unit unit, String days) {
        assertThat(bound(Relation.AT_LEAST, days).isMetBy(time(amount, unit))).isTrue();
        assertThat(bound(Relation.AT_MOST, days).isMetBy(time(amount, unit))).isTrue();
    }

    @Test
    void theLongerEndOfALengthCounts() {
        assertThat(bound(Relation.AT_LEAST, "30").isMetBy(days(7, 30))).isTrue();
        assertThat(bound(Relation.AT_MOST, "29").isMetBy(days(7, 30))).isFalse();
    }

    @Test
    void aSumInACurrencyIsComparedWithNothingButZero() {
        assertThat(bound(Relation.OVER, "0").isMetBy(money("EUR", "5"))).isTrue();
        assertThat(bound(Relation.AT_MOST, "0").isMetBy(money("EUR", "5"))).isFalse();
        assertThat(bound(Relation.AT_MOST, "0").isMetBy(money("", "0"))).isTrue();
        assertThat(bound(Relation.AT_MOST, "10").isMetBy(money("EUR", "5"))).isFalse();
        assertThat(bound(Relation.AT_LEAST, "1").isMetBy(money("EUR", "5"))).isFalse();
        assertThat(bound(Relation.AT_MOST, "10").isMetBy(money("", "0"))).isTrue();
        assertThat(bound(Relation.AT_LEAST, "50").isMetBy(money("%", "50"))).isTrue();
        assertThat(bound(Relation.AT_LEAST, "50").isMetBy(money("%", "49.5"))).isFalse();
    }

    @Test
    void valuesOfAnotherFormMeetNothingButThatTheyAreStated() {
        List<Value> all = List.of(days(30), money("%", "30"), Flag.YES, ways(Channel.ONLINE));
        assertThat(all).filteredOn(bound(Relation.AT_LEAST, "0")::isMetBy).containsExactly(all.get(0), all.get(1));
        assertThat(all).filteredOn(new Says(Set.of(Flag.values()))::isMetBy).containsExactly(Flag.YES);
        assertThat(all).filteredOn(new AnyOf(Set.of(Channel.values()))::isMetBy).containsExactly(all.get(3));
        assertThat(all).filteredOn(new Requirement.Stated()::isMetBy).isEqualTo(all);
    }

    @Test
    void oneWayOfSeveralIsEnough() {
        var alone = new AnyOf(Set.of(Channel.ONLINE, Channel.IN_APP));
        assertThat(alone.isMetBy(ways(Channel.PHONE, Channel.IN_APP))).isTrue();
        assertThat(alone.isMetBy(ways(Channel.PHONE))).isFalse();
    }

    @Test
    void aFlagSaysOneOfThese() {
        var so = new Says(Set.of(Flag.YES, Flag.CONDITIONAL));
        assertThat(Flag.values()).filteredOn(so::isMetBy).containsExactly(Flag.CONDITIONAL, Flag.YES);
    }

    @Test
    void aConditionIsOfItsRoleAndOfItsScope() {
        var any = new Condition(Role.REFUND_WINDOW, bound(Relation.AT_LEAST, "30"), false);
        var all = new Condition(Role.REFUND_WINDOW, bound(Relation.AT_LEAST, "30"), true);
        var stated = fact(Role.REFUND_WINDOW, days(30));
        var yearly = scoped(Role.REFUND_WINDOW, days(45), "yearly");
        var facts =
                List.of(yearly, stated, fact(Role.REFUND_WINDOW, days(29)), fact(Role.COOLING_OFF_PERIOD, days(60)));

        assertThat(any.metBy(facts)).containsExactly(yearly, stated);
        assertThat(all.metBy(facts)).containsExactly(stated);
    }

    @Test
    void conditionsAreToldInWords() {
        assertThat(new Condition(Role.REFUND_WINDOW, bound(Relation.AT_LEAST, "30.0"), true).words())
                .isEqualTo("refund window at least 30 days, for all");
        assertThat(new Condition(Role.CANCELLATION_FEE, bound(Relation.OVER, "0"), false).words())
                .isEqualTo("cancellation fee over 0");
        assertThat(new Condition(Role.REFUND_WINDOW, new Requirement.Stated(), false).words())
                .isEqualTo("refund window stated");
        assertThat(new Condition(Role.REFUNDABLE, new Says(Set.of(Flag.YES, Flag.CONDITIONAL)), false).words())
                .isEqualTo("refundable yes or on conditions");
        assertThat(new Condition(Role.DELETION_CHANNELS, new AnyOf(Set.of(Channel.CHAT, Channel.IN_APP)), false)
                        .words())
                .isEqualTo("deletion channels in app or chat");
    }

    private static Bound bound(Relation relation, String limit) {
        return new Bound(relation, new BigDecimal(limit));
    }
}
