package org.evidencewatch.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is too long.
 *
 * @param limit evidence is stale when nothing has confirmed it for longer
 * @param cannotRead a page is reported when it could not be read for longer
 */
@ConfigurationProperties("evidence.staleness")
public record Limits(
        @DefaultValue("P14D") Duration limit,
        @DefaultValue("PT72H") Duration cannotRead) {

    public Limits {
        if (!limit.isPositive() || !cannotRead.isPositive()) {
            throw new IllegalArgumentException("limits must be positive: " + limit + ", " + cannotRead);
        }
    }
}
