package org.evidencewatch.fetch;

/** How one delivery ended. */
public sealed interface DeliveryResult {

    /** The server answered, with any status; its words were not read. */
    record Answered(int status) implements DeliveryResult {

        /** Whether the status is 2xx: the server says that it took it (RFC 9110, section 15.3). */
        public boolean taken() {
            return status / 100 == 2;
        }
    }

    /** There was no answer, or our gate said no. The reason names no resolved address. */
    record NotDelivered(String why) implements DeliveryResult {}
}
