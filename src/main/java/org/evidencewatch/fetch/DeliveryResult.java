package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.Optional;

/** How one delivery ended. */
public sealed interface DeliveryResult {

    /**
     * The server answered, with any status; its words were not read.
     *
     * @param retryAfter how long it asks to be left alone (RFC 9110, section 10.2.3)
     */
    record Answered(int status, Optional<Duration> retryAfter) implements DeliveryResult {

        Answered(int status) {
            this(status, Optional.empty());
        }

        /** Whether the status is 2xx: the server says that it took it (RFC 9110, section 15.3). */
        public boolean taken() {
            return status / 100 == 2;
        }
    }

    /** There was no answer, or our gate said no. The reason names no resolved address. */
    record NotDelivered(String why) implements DeliveryResult {}
}
