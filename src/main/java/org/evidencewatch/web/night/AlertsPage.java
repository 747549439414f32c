package org.evidencewatch.web.night;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.alert.Alert;
import org.evidencewatch.alert.AlertAnswer;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.alert.Letters;
import org.evidencewatch.web.Wording;

/**
 * The alerts, as their page shows them.
 *
 * @param open those that nobody answered, by what they are about, urgent ones first
 * @param answered open ones that somebody answered
 * @param closed the newest that closed by themselves
 * @param all how many are open and not answered
 * @param letters those that were not delivered
 * @param disabled why the webhook is disabled
 */
record AlertsPage(
        List<Group> open,
        List<Row> answered,
        List<Row> closed,
        int all,
        List<Letter> letters,
        Optional<String> disabled) {

    private static final int MOST_ROWS = 200;
    private static final int FEW = 5;
    private static final int CLOSED = 30;

    /**
     * Alerts of one kind.
     *
     * @param all how many are open and not answered
     * @param rows the longest open first, so many as a page holds
     */
    record Group(String kind, String label, boolean urgent, int all, List<Row> rows) {

        /** Whether they are shown without being asked for. */
        public boolean few() {
            return all <= FEW;
        }

        /** How many more there are than are shown. */
        public int more() {
            return all - rows.size();
        }
    }

    /** One alert. */
    record Row(
            long id,
            String label,
            boolean urgent,
            String text,
            String opened,
            String age,
            Optional<String> closed,
            Optional<String> well,
            Optional<Said> said) {}

    /** What a person said of it. */
    record Said(String words, String by, String at, String why) {}

    /** A letter that was not delivered. */
    record Letter(String subject, String channel, String state, Optional<String> error, boolean dead) {}

    static AlertsPage of(
            List<Alert> open,
            List<Alert> closed,
            List<Letters.Waiting> letters,
            Optional<String> disabled,
            Instant now) {
        var quiet =
                open.stream().filter(alert -> alert.holding(now).isPresent()).toList();
        var loud = open.stream().filter(alert -> alert.holding(now).isEmpty()).toList();
        return new AlertsPage(
                groups(loud, now),
                rows(quiet, MOST_ROWS, now),
                rows(closed, CLOSED, now),
                loud.size(),
                letters.stream().map(AlertsPage::letter).toList(),
                disabled);
    }

    private static List<Group> groups(List<Alert> alerts, Instant now) {
        return alerts.stream().collect(groupingBy(Alert::kind)).entrySet().stream()
                .map(kind -> group(kind.getKey(), kind.getValue(), now))
                .sorted(Comparator.comparing((Group group) -> !group.urgent()).thenComparing(Group::label))
                .toList();
    }

    private static Group group(Kind kind, List<Alert> alerts, Instant now) {
        return new Group(
                kind.word(),
                kind.label(),
                alerts.stream().anyMatch(Alert::urgent),
                alerts.size(),
                rows(alerts, MOST_ROWS, now));
    }

    private static List<Row> rows(List<Alert> alerts, int most, Instant now) {
        return alerts.stream().limit(most).map(alert -> row(alert, now)).toList();
    }

    private static Row row(Alert alert, Instant now) {
        return new Row(
                alert.id(),
                alert.kind().label(),
                alert.urgent(),
                alert.sentence(),
                Wording.time(alert.openedAt()),
                Wording.age(Duration.between(alert.openedAt(), now)),
                alert.closedAt().map(Wording::time),
                alert.wellSince().map(Wording::time),
                alert.holding(now).map(AlertsPage::said));
    }

    private static Said said(AlertAnswer answer) {
        return new Said(
                answer.until()
                        .map(until -> "Put off until " + Wording.time(until))
                        .orElse("Acknowledged"),
                answer.by(),
                Wording.time(answer.at()),
                answer.why());
    }

    private static Letter letter(Letters.Waiting letter) {
        return new Letter(
                letter.subject(),
                letter.channel(),
                letter.deadAt()
                                .map(at -> "given up on " + Wording.time(at))
                                .orElse("due " + Wording.time(letter.dueAt()))
                        + ", "
                        + Wording.counted(letter.attempts(), "attempt"),
                letter.error(),
                letter.deadAt().isPresent());
    }
}
