package org.evidencewatch.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which concepts a sentence speaks of the matter of a flag, whatever it says of it. */
final class Topics {

    private static final Map<Role, List<String>> CONCEPTS = Map.ofEntries(
            Map.entry(Role.REFUNDABLE, List.of("REFUND", "FINAL", "SENDBACK")),
            Map.entry(Role.PARTIAL_REFUND, List.of("PARTIAL", "REFUND")),
            Map.entry(Role.PRORATED_REFUND, List.of("UNUSED", "REFUND")),
            Map.entry(Role.PAUSE_OFFERED, List.of("PAUSE")),
            Map.entry(Role.ACCESS_UNTIL_PERIOD_END, List.of("PERIOD_END", "ATONCE", "ACCESS")),
            Map.entry(Role.DOWNGRADE_TO_FREE, List.of("FREE_PLAN")),
            Map.entry(Role.PHONE_REQUIRED, List.of("CALL", "CH_PHONE", "STAFF")),
            Map.entry(Role.SELF_SERVE_CANCEL, List.of("SELF", "STAFF", "CANCEL")),
            Map.entry(Role.REASON_REQUIRED, List.of("REASON", "WHYLEAVE", "REASONLESS")),
            Map.entry(Role.CANCELLATION_FEE, List.of("NOFEE", "LEAVING")),
            Map.entry(Role.ACCOUNT_DELETION_OFFERED, List.of("DELETE", "GONE")),
            Map.entry(Role.DATA_DELETION_OFFERED, List.of("DELETE", "GONE")),
            Map.entry(Role.TRIAL_CANCEL_WITHOUT_CHARGE, List.of("TRIAL", "NOCHARGE")),
            Map.entry(Role.FREE_TRIAL_OFFERED, List.of("TRIAL")),
            Map.entry(Role.AUTO_RENEWS, List.of("RENEW", "UNLESS", "ENDS_ITSELF")));

    private Topics() {}

    static Set<Role> of(Clause sentence) {
        var topics = EnumSet.noneOf(Role.class);
        CONCEPTS.forEach((role, concepts) -> {
            if (sentence.has(concepts)) {
                topics.add(role);
            }
        });
        return topics;
    }
}
