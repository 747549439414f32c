package org.evidencewatch.web.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Timeline;
import org.evidencewatch.change.Timeline.Alike;
import org.evidencewatch.change.Timeline.Event;
import org.evidencewatch.change.Timeline.One;
import org.evidencewatch.web.Wording;

/**
 * One line of a timeline.
 *
 * @param capture the one to choose here; the newest of several that are alike
 * @param at when it was made; from when to when they were
 * @param what the verdict in words
 * @param tone the style sheet's word for it: {@code calm}, {@code news} or {@code ill}
 * @param more what else is on record of it, each a phrase
 * @param baseline the capture beside which it was judged
 * @param before whether it is chosen as the old side at first
 * @param after whether it is chosen as the new side at first
 */
record TimelineRow(
        long capture,
        String at,
        String what,
        String tone,
        List<String> more,
        Optional<Long> baseline,
        boolean before,
        boolean after) {

    /** The lines of a timeline; the newest capture is chosen, and the one beside which it was judged, else the one below. */
    static List<TimelineRow> of(Timeline timeline) {
        List<TimelineRow> rows =
                timeline.entries().stream().map(TimelineRow::of).toList();
        if (rows.isEmpty()) {
            return rows;
        }
        long newest = rows.getFirst().capture;
        long old = rows.getFirst()
                .baseline
                .filter(id -> id != newest && rows.stream().anyMatch(row -> row.capture == id))
                .orElse(rows.get(Math.min(1, rows.size() - 1)).capture);
        return rows.stream()
                .map(row -> row.chosen(row.capture == old, row.capture == newest))
                .toList();
    }

    private static TimelineRow of(Timeline.Entry entry) {
        return switch (entry) {
            case One one -> of(one.event());
            case Alike alike ->
                new TimelineRow(
                        alike.newest().capture(),
                        Wording.time(alike.oldest().at()) + " to "
                                + Wording.time(alike.newest().at()),
                        alike.count() + " reads, unchanged",
                        "calm",
                        List.of(),
                        alike.newest().verdict().flatMap(Timeline.Judged::baseline),
                        false,
                        false);
        };
    }

    private static TimelineRow of(Event event) {
        return new TimelineRow(
                event.capture(),
                Wording.time(event.at()),
                event.verdict().map(judged -> Wording.words(judged.verdict())).orElse("Not compared"),
                tone(event),
                more(event),
                event.verdict().flatMap(Timeline.Judged::baseline),
                false,
                false);
    }

    private static String tone(Event event) {
        if (!event.good() || event.quarantined()) {
            return "ill";
        }
        return event.observed().isPresent() || event.confirms().isPresent() ? "news" : "calm";
    }

    private static List<String> more(Event event) {
        var more = new ArrayList<String>();
        if (!event.good()) {
            more.add(event.outcome() + ": " + event.detail());
        }
        event.observed()
                .ifPresent(seen -> more.add("change %d seen first: %s, %s"
                        .formatted(seen.change(), Wording.words(seen.kind()), seen.state())));
        event.confirms().ifPresent(change -> more.add("confirms change " + change));
        event.verdict()
                .filter(judged -> judged.severity() > 0)
                .ifPresent(judged -> more.add("severity " + judged.severity()));
        if (event.purpose().equals("confirm")) {
            more.add("read again to confirm");
        }
        event.signedBy().ifPresent(by -> more.add("brought by " + by));
        if (event.quarantined()) {
            more.add("set aside by a reviewer");
        }
        return more;
    }

    private TimelineRow chosen(boolean asBefore, boolean asAfter) {
        return new TimelineRow(capture, at, what, tone, more, baseline, asBefore, asAfter);
    }
}
