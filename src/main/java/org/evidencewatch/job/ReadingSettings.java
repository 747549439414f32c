package org.evidencewatch.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are read ({@code EVIDENCE_CONFIRM_AFTER}; {@code evidence.confirm-after}).
 *
 * @param confirmAfter a read agrees with a change only when it is at least this much later
 */
@ConfigurationProperties("evidence")
record ReadingSettings(@DefaultValue("PT30M") Duration confirmAfter) {

    ReadingSettings {
        if (confirmAfter.isNegative()) {
            throw new IllegalArgumentException("evidence.confirm-after is negative: " + confirmAfter);
        }
    }
}
