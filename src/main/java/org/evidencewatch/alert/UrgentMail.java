package org.evidencewatch.alert;

import java.util.List;
import java.util.Locale;

/**
 * A mail that tells at once of alerts that cannot wait. Pure.
 *
 * @param alerts the longest open first; never empty
 */
record UrgentMail(List<Alert> alerts) {

    private static final int CAP = 50;
    private static final int WIDTH = 76;

    UrgentMail {
        alerts = List.copyOf(alerts);
    }

    /** Words of our own only. */
    String subject() {
        var first = alerts.getFirst().kind().label();
        return alerts.size() == 1
                ? "Evidence Watch: " + first
                : String.format(Locale.ROOT, "Evidence Watch: %s and %,d more", first, alerts.size() - 1);
    }

    /** What it says. */
    String text() {
        var text = new StringBuilder("This cannot wait for the daily digest:\n\n");
        alerts.stream()
                .limit(CAP)
                .forEach(alert -> PlainText.point(
                                "%s (No %d, since %s): %s"
                                        .formatted(
                                                alert.kind().label(),
                                                alert.id(),
                                                Age.minute(alert.openedAt()),
                                                alert.sentence()),
                                WIDTH)
                        .forEach(line -> text.append(line).append('\n')));
        if (alerts.size() > CAP) {
            text.append(String.format(Locale.ROOT, "and %,d more\n", alerts.size() - CAP));
        }
        return text.append("""

                All of them:  ./evidence alerts list
                Known to you: ./evidence alerts ack NO --why TEXT
                """).toString();
    }
}
