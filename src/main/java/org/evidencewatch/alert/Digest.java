package org.evidencewatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one check tells people, all of it in one message. It is kept as JSON in the outbox and sent as it was then.
 *
 * @param lines opened alerts first, then closed ones; at most {@value #CAP}
 * @param more how many lines were left out
 */
record Digest(Instant at, int opened, int closed, int stillOpen, List<Line> lines, int more) {

    static final int CAP = 50;

    /**
     * One alert on one line.
     *
     * @param event {@code opened} or {@code closed}
     */
    record Line(String event, String kind, String text) {

        Line {
            text = flat(text);
        }
    }

    Digest {
        lines = List.copyOf(lines);
    }

    static Digest of(Instant at, List<Alert> opened, List<Alert> closed, int stillOpen) {
        var lines = Stream.concat(
                        opened.stream().map(alert -> new Line("opened", alert.kind(), alert.sentence())),
                        closed.stream().map(alert -> new Line("closed", alert.kind(), alert.sentence())))
                .limit(CAP)
                .toList();
        int more = opened.size() + closed.size() - lines.size();
        return new Digest(at, opened.size(), closed.size(), stillOpen, lines, more);
    }

    /** A subject line that holds counts only: no word of it comes from a record or a page. */
    String subject() {
        return String.format(
                Locale.ROOT, "Evidence Watch: %,d opened, %,d closed, %,d still open", opened, closed, stillOpen);
    }

    /** The message for people, plain text. */
    String text() {
        var text = new StringBuilder(subject()).append("\n");
        for (String event : List.of("opened", "closed")) {
            var told = lines.stream().filter(line -> line.event().equals(event)).toList();
            if (!told.isEmpty()) {
                text.append(event.equals("opened") ? "\nOpened:\n" : "\nClosed, no longer so:\n");
                told.forEach(line -> text.append("- ").append(line.text()).append("\n"));
            }
        }
        if (more > 0) {
            text.append(String.format(Locale.ROOT, "\nand %,d more\n", more));
        }
        return text.append("\nAll of them: ./evidence status\n").toString();
    }

    /** Control characters and line separators become spaces: text from pages cannot end a line. */
    private static String flat(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
