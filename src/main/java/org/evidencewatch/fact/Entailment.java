package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows from the facts that are stated, where nothing is said of it. */
final class Entailment {

    private record Consequence(Role role, Value.Flag flag) {}

    private Entailment() {}

    static List<Fact> of(List<Fact> stated) {
        var entailed = new ArrayList<Fact>();
        for (Fact fact : stated) {
            for (Consequence consequence : of(fact)) {
                boolean known = stated.stream().anyMatch(f -> f.role() == consequence.role())
                        || entailed.stream().anyMatch(f -> f.role() == consequence.role());
                if (!known) {
                    entailed.add(new Fact(
                            consequence.role(),
                            consequence.flag(),
                            Optional.empty(),
                            true,
                            fact.sentence(),
                            fact.start(),
                            fact.end(),
                            fact.rule()));
                }
            }
        }
        return entailed;
    }

    private static List<Consequence> of(Fact fact) {
        return switch (fact.role()) {
            case CANCELLATION_CHANNELS ->
                fact.value() instanceof Value.Channels ways ? ways(ways.channels()) : List.of();
            case REFUND_WINDOW -> List.of(new Consequence(Role.REFUNDABLE, Value.Flag.CONDITIONAL));
            case REFUND_SHARE, REFUND_REQUEST_CHANNELS, PRORATED_REFUND ->
                fact.value() == Value.Flag.NO
                        ? List.of()
                        : List.of(
                                new Consequence(Role.REFUNDABLE, Value.Flag.CONDITIONAL),
                                new Consequence(Role.PARTIAL_REFUND, Value.Flag.YES));
            case REFUNDABLE ->
                fact.value() == Value.Flag.NO
                        ? List.of(
                                new Consequence(Role.PARTIAL_REFUND, Value.Flag.NO),
                                new Consequence(Role.PRORATED_REFUND, Value.Flag.NO))
                        : List.of();
            case TRIAL_LENGTH, TRIAL_CANCEL_WITHOUT_CHARGE ->
                List.of(new Consequence(Role.FREE_TRIAL_OFFERED, Value.Flag.YES));
            case PAUSE_LENGTH_MAX -> List.of(new Consequence(Role.PAUSE_OFFERED, Value.Flag.YES));
            case DELETION_DELAY, DELETION_CHANNELS ->
                List.of(
                        new Consequence(Role.ACCOUNT_DELETION_OFFERED, Value.Flag.YES),
                        new Consequence(Role.DATA_DELETION_OFFERED, Value.Flag.YES));
            case RENEWAL_REMINDER_LEAD -> List.of(new Consequence(Role.AUTO_RENEWS, Value.Flag.YES));
            default -> List.of();
        };
    }

    private static List<Consequence> ways(Set<Channel> channels) {
        boolean alone = channels.stream().anyMatch(channel -> channel.tier() == Channel.Tier.ALONE);
        boolean onlyPhone = channels.equals(Set.of(Channel.PHONE));
        return List.of(
                new Consequence(Role.SELF_SERVE_CANCEL, alone ? Value.Flag.YES : Value.Flag.NO),
                new Consequence(Role.PHONE_REQUIRED, onlyPhone ? Value.Flag.YES : Value.Flag.NO));
    }
}
