package org.evidencewatch.fact;

import java.util.Optional;

/** Whether a change is good for the subscriber. */
final class Directions {

    private Directions() {}

    static Direction of(Role role, Optional<Value> before, Optional<Value> after) {
        if (before.isPresent() && after.isPresent()) {
            Direction more = Direction.ofSign(after.get().compareWith(before.get()));
            return role.good() == Role.Good.MORE ? more : more.reversed();
        }
        return after.map(value -> stated(role, value))
                .orElseGet(() -> stated(role, before.orElseThrow()).reversed());
    }

    /** What it means that this is said where nothing was said before. */
    private static Direction stated(Role role, Value value) {
        return switch (value) {
            case Value.Flag flag ->
                switch (flag) {
                    case YES -> role.good() == Role.Good.MORE ? Direction.BETTER : Direction.WORSE;
                    case NO -> role.good() == Role.Good.MORE ? Direction.WORSE : Direction.BETTER;
                    case CONDITIONAL -> Direction.NEUTRAL;
                };
            case Value.Channels channels ->
                switch (channels.easiest()) {
                    case ALONE -> Direction.BETTER;
                    case WRITING -> Direction.NEUTRAL;
                    case EFFORT -> Direction.WORSE;
                };
            case Value.Duration duration -> stated(role, duration.high().amount() == 0);
            case Value.Amount amount -> stated(role, amount.amount().signum() == 0);
        };
    }

    private static Direction stated(Role role, boolean none) {
        return switch (role.good()) {
            case MORE -> Direction.BETTER;
            case LESS -> none ? Direction.BETTER : Direction.WORSE;
            case LESS_WHERE_STATED -> Direction.NEUTRAL;
        };
    }
}
