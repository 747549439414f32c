package org.evidencewatch.alert;

import java.util.List;
import java.util.Locale;

/**
 * What one check changed.
 *
 * @param opened alerts that it opened
 * @param changed open alerts whose cause became another
 * @param closed alerts that it closed
 * @param stillOpen how many were open before and after it
 */
public record StalenessReport(List<Alert> opened, List<Alert> changed, List<Alert> closed, int stillOpen) {

    public StalenessReport {
        opened = List.copyOf(opened);
        changed = List.copyOf(changed);
        closed = List.copyOf(closed);
    }

    /** Whether there is something new to tell. */
    public boolean tells() {
        return !opened.isEmpty() || !changed.isEmpty() || !closed.isEmpty();
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT, "alerts: %,d opened, %,d closed, %,d still open", opened.size(), closed.size(), stillOpen);
    }
}
