package org.evidencewatch.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long is too long, and how much is too much.
 *
 * @param limit evidence is stale when nothing has confirmed it for longer
 * @param cannotRead a page is reported when it could not be read for longer
 * @param calm such an alert closes when its page was readable for so long
 * @param unpublished a record that a decision moved is reported when it was not published for longer
 * @param databaseGrowth the database is reported when it grew by more within seven days
 */
@ConfigurationProperties("evidence.staleness")
public record Limits(
        @DefaultValue("P14D") Duration limit,
        @DefaultValue("PT72H") Duration cannotRead,
        @DefaultValue("P2D") Duration calm,
        @DefaultValue("P1D") Duration unpublished,
        @DefaultValue("10GB") DataSize databaseGrowth) {

    public Limits {
        if (!limit.isPositive() || !cannotRead.isPositive()) {
            throw new IllegalArgumentException("limits must be positive: " + limit + ", " + cannotRead);
        }
        if (calm.isNegative() || unpublished.isNegative() || databaseGrowth.toBytes() <= 0) {
            throw new IllegalArgumentException(
                    "limits must not be negative: " + calm + ", " + unpublished + ", " + databaseGrowth);
        }
    }
}
