package org.evidencewatch.web.record;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.AlignedBlocks;
import org.evidencewatch.citation.CitationSheets;
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

    private static final int MOST_QUOTES = 20;

    private final CaptureSheets captures;
    private final CitationSheets citations;
    private final Readings readings;

    ComparedPages(CaptureSheets captures, CitationSheets citations, Readings readings) {
        this.captures = captures;
        this.citations = citations;
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

    /** The same with what records quote from the page as the passages that are sought. */
    public Optional<ComparedPage> of(long before, long after, int view) {
        List<SoughtPassage> quoted = captures
                .find(after)
                .map(capture -> citations.quotes(capture.sourceId(), MOST_QUOTES))
                .orElse(List.of())
                .stream()
                .map(quote -> new SoughtPassage("Quoted by " + quote.company(), quote.words()))
                .toList();
        return of(before, after, view, quoted);
    }

    private ComparedPage compared(CaptureSheet old, CaptureSheet now, int view, List<SoughtPassage> sought) {
        Optional<Legible> before = legible(old);
        Optional<Legible> after = legible(now);
        Optional<ComparedSource> source = view == LAST
                ? Optional.of(new SourceDesk(readings).compare(old, before, now, after))
                : Optional.empty();
        boolean good = good(before) && good(after);
        var aligned =
                good ? aligned(before.orElseThrow(), after.orElseThrow()) : AlignedBlocks.of(List.of(), List.of());
        var text = ComparedText.of(aligned, view);
        List<String> notes = good ? text.notes() : List.of(unreadable(good(before) ? now : old));
        return new ComparedPage(
                view,
                side(old, before),
                side(now, after),
                old.sourceId() == now.sourceId(),
                good,
                text.changes(),
                view == FIRST && good ? spans(sought, aligned) : List.of(),
                view == LAST ? List.of() : text.blocks(),
                source,
                view == LAST ? List.of() : notes);
    }

    private static boolean good(Optional<Legible> page) {
        return page.filter(read -> read.own().good()).isPresent();
    }

    private static AlignedBlocks aligned(Legible before, Legible after) {
        var pair = SameWay.of(before, after);
        return AlignedBlocks.of(pair.before().blocks(), pair.after().blocks());
    }

    private static List<ClaimSpan> spans(List<SoughtPassage> sought, AlignedBlocks aligned) {
        return sought.stream()
                .map(passage -> ClaimSpan.of(passage, aligned.rows()))
                .toList();
    }

    private Optional<Legible> legible(CaptureSheet capture) {
        return capture.shown().map(shown -> readings.of(shown.responseId()));
    }

    private ComparedSide side(CaptureSheet capture, Optional<Legible> page) {
        return ComparedSide.of(capture, page.map(Legible::own), captures.older(capture), captures.newer(capture));
    }

    private static String unreadable(CaptureSheet capture) {
        return "Capture %d shows no page whose words could be compared. View 5 tells what it brought."
                .formatted(capture.id());
    }
}
