package org.evidencewatch.alert;

import java.util.List;
import java.util.Locale;

/** What one check changed: alerts it opened, alerts it closed, and how many were open before and after it. */
public record StalenessReport(List<Alert> opened, List<Alert> closed, int stillOpen) {

    public StalenessReport {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
    }

    /** Whether there is something new to tell. */
    public boolean tells() {
        return !opened.isEmpty() || !closed.isEmpty();
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT, "alerts: %,d opened, %,d closed, %,d still open", opened.size(), closed.size(), stillOpen);
    }
}
