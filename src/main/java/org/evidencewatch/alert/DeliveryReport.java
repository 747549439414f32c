package org.evidencewatch.alert;

import java.util.List;

/**
 * How one round of delivery went.
 *
 * @param failures one sentence for each letter that must be tried again
 */
public record DeliveryReport(int delivered, List<String> failures) {

    public DeliveryReport {
        failures = List.copyOf(failures);
    }

    /** One line for people. */
    public String summary() {
        if (delivered == 0 && failures.isEmpty()) {
            return "nothing to deliver";
        }
        var sent = delivered + (delivered == 1 ? " letter" : " letters") + " delivered";
        return failures.isEmpty() ? sent : sent + ", to be tried again: " + String.join("; ", failures);
    }
}
