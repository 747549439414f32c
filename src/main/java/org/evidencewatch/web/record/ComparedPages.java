package org.evidencewatch.web.record;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.AlignedBlocks;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.SameWay;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.snapshot.CaptureSheets;
import org.springframework.stereotype.Component;

/** Compares two captures for people, both read in one way by today's extractor. Reads only. */
@Component
public class ComparedPages {

    /** The number of the first and of the last view. */
    static final int FIRST = 1;

    static final int LAST = 5;

    private final CaptureSheets captures;
    private final Readings readings;

    ComparedPages(CaptureSheets captures, Readings readings) {
        this.captures = captures;
        this.readings = readings;
    }

    /**
     * Two captures in one view; empty where there are no such captures.
     *
     * @param view 1 to 5; any other number is the nearest of them
     * @param sought passages to show in view 1 before what differs, whether they differ or not
     */
    public Optional<ComparedPage> of(long before, long after, int view, List<SoughtPassage> sought) {
        return captures.find(before)
                .flatMap(old ->
                        captures.find(after).map(now -> compared(old, now, Math.clamp(view, FIRST, LAST), sought)));
    }

    private ComparedPage compared(CaptureSheet old, CaptureSheet now, int view, List<SoughtPassage> sought) {
        Optional<Legible> before = legible(old);
        Optional<Legible> after = legible(now);
        ComparedSide oldSide = side(old, before);
        ComparedSide newSide = side(now, after);
        boolean same = old.sourceId() == now.sourceId();
        boolean good = before.filter(page -> page.own().good()).isPresent()
                && after.filter(page -> page.own().good()).isPresent();
        Optional<ComparedSource> source = view == LAST
                ? Optional.of(new SourceDesk(readings).compare(old, before, now, after))
                : Optional.empty();
        if (!good) {
            List<String> notes = view == LAST ? List.of() : List.of(unreadable(old, before, now));
            return new ComparedPage(view, oldSide, newSide, same, 0, List.of(), List.of(), source, notes);
        }
        var pair = SameWay.of(before.orElseThrow(), after.orElseThrow());
        var aligned = AlignedBlocks.of(pair.before().blocks(), pair.after().blocks());
        var text = ComparedText.of(aligned, view);
        List<ClaimSpan> spans = view == FIRST
                ? sought.stream()
                        .map(passage -> ClaimSpan.of(passage, aligned.rows()))
                        .toList()
                : List.of();
        List<ComparedBlock> blocks = view == LAST ? List.of() : text.blocks();
        return new ComparedPage(
                view,
                oldSide,
                newSide,
                same,
                text.changes(),
                spans,
                blocks,
                source,
                view == LAST ? List.of() : text.notes());
    }

    private Optional<Legible> legible(CaptureSheet capture) {
        return capture.shown().map(shown -> readings.of(shown.responseId()));
    }

    private ComparedSide side(CaptureSheet capture, Optional<Legible> page) {
        return ComparedSide.of(capture, page.map(Legible::own), captures.older(capture), captures.newer(capture));
    }

    private static String unreadable(CaptureSheet old, Optional<Legible> before, CaptureSheet now) {
        boolean oldGood = before.filter(page -> page.own().good()).isPresent();
        return "Capture %d shows no page whose words could be compared. View 5 tells what it brought."
                .formatted(oldGood ? now.id() : old.id());
    }
}
