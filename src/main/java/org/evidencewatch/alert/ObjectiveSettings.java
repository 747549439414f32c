package org.evidencewatch.alert;

import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How fresh the evidence of which companies should be. Without any, 95 % of all evidence within the limit of staleness. */
@ConfigurationProperties("evidence")
record ObjectiveSettings(@DefaultValue List<Tier> objectives) {

    static final double SHARE = 0.95;

    ObjectiveSettings {
        objectives = List.copyOf(objectives);
        var names = new HashSet<String>();
        var companies = new HashSet<String>();
        for (Tier tier : objectives) {
            if (!names.add(tier.name()) || !tier.companies().stream().allMatch(companies::add)) {
                throw new IllegalArgumentException(
                        "evidence.objectives: a name or a company stands in two objectives: " + tier);
            }
        }
    }

    /** Those that the operator set, or the one that there is without. */
    List<Tier> tiers(Limits limits) {
        return objectives.isEmpty()
                ? List.of(new Tier("evidence", SHARE, limits.limit(), List.of(Tier.DEFAULT)))
                : objectives;
    }
}
