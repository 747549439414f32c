package org.evidencewatch.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.Channel;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.Length;
import org.evidencewatch.fact.Length.Unit;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value;

/** Facts and claims for tests. */
final class Told {

    private Told() {}

    static Fact fact(Role role, Value value) {
        return new Fact(role, value, Optional.empty(), false, "", 0, 0, "");
    }

    static Fact scoped(Role role, Value value, String scope) {
        return new Fact(role, value, Optional.of(scope), false, "", 0, 0, "");
    }

    static Value time(int amount, Unit unit) {
        return new Value.Duration(new Length(amount, unit), new Length(amount, unit));
    }

    static Value days(int amount) {
        return time(amount, Unit.DAY);
    }

    static Value days(int low, int high) {
        return new Value.Duration(new Length(low, Unit.DAY), new Length(high, Unit.DAY));
    }

    static Value money(String currency, String amount) {
        return new Value.Amount(currency, new BigDecimal(amount));
    }

    static Value ways(Channel... ways) {
        return new Value.Channels(Set.of(ways));
    }

    static Claim claim(Dimension dimension, String statement) {
        return new Claim(dimension, statement, List.of());
    }

    static Stated stated(Claim... claims) {
        return new Stated(List.of(claims), Optional.empty());
    }
}
