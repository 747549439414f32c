package org.evidencewatch.alert;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An objective of freshness: so much of the evidence of these companies is confirmed within that time.
 *
 * @param name for people
 * @param share above 0 and below 1
 * @param companies their slugs; or {@value #DEFAULT}, those that no other objective names
 */
public record Tier(
        @DefaultValue("") String name,
        double share,
        @DefaultValue("PT0S") Duration within,
        @DefaultValue(Tier.DEFAULT) List<String> companies) {

    static final String DEFAULT = "default";

    public Tier {
        companies = List.copyOf(companies);
        if (name.isBlank() || !within.isPositive() || !(share > 0 && share < 1) || companies.isEmpty()) {
            throw new IllegalArgumentException(
                    "an objective needs a name, a share between 0 and 1, and a time (within): %s, %s, %s"
                            .formatted(name, share, within));
        }
    }

    boolean isDefault() {
        return companies.contains(DEFAULT);
    }
}
