package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Finding;
import org.evidencewatch.change.Flag;
import org.evidencewatch.change.Hindsight;
import org.evidencewatch.change.Past;
import org.evidencewatch.change.Versions;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.Captures;
import org.evidencewatch.snapshot.Captures.Recorded;
import org.evidencewatch.web.json.DecisionView;
import org.evidencewatch.web.json.PassageView;
import org.springframework.context.ApplicationContext;

/**
 * Why a change was flagged, and what became of it: the document of {@code explain}.
 *
 * @param candidate where a page that moved may be now
 * @param baseline what it was compared with; left out when the page was never read before
 * @param extractorVersion today's, by which both sides were read anew
 * @param recordedBy the rules by which it was found, {@code today} those of this release
 * @param recomputed what the stored bytes amount to today
 * @param agrees whether that is what was recorded
 */
@JsonInclude(Include.NON_ABSENT)
record Explanation(
        long change,
        String url,
        String state,
        Instant observedAt,
        Optional<String> candidate,
        Optional<Side> baseline,
        Side capture,
        String extractorVersion,
        Versions recordedBy,
        Versions today,
        boolean sameRules,
        Found recorded,
        Found recomputed,
        boolean agrees,
        Optional<Flag.Confirmation> confirmation,
        Optional<Flag.Ending> outcome,
        List<DecisionView> decisions) {

    /** One side: the page as it was read anew, and the version of the extractor that read it first. */
    @JsonInclude(Include.NON_ABSENT)
    record Side(
            long capture,
            Optional<String> signedBy,
            Instant at,
            PageState state,
            String digest,
            Optional<String> firstReadBy) {}

    /** A finding in the document. */
    record Found(String verdict, int severity, List<PassageView> reasons) {

        static Found of(Finding finding) {
            return new Found(
                    finding.verdict(),
                    finding.severity(),
                    finding.reasons().stream().map(PassageView::of).toList());
        }
    }

    private record Replayed(Recorded capture, Legible page, Side side) {}

    /** Reads both sides anew from the stored bytes, and compares them once more. */
    static Explanation of(ApplicationContext house, Flag flag) {
        var hindsight = house.getBean(Hindsight.class);
        Past past = hindsight.find(flag.capture()).orElseThrow();
        Optional<Replayed> before = flag.baseline().map(id -> replay(house, id));
        Replayed after = replay(house, flag.capture());
        var finding = Finding.of(
                before.map(Replayed::page).filter(page -> page.own().good()),
                after.page(),
                hindsight.quotes(past.sourceId()));
        var today = Versions.today(house.getBean(Readings.class).version());
        return new Explanation(
                flag.id(),
                flag.url(),
                flag.state(),
                flag.observedAt(),
                flag.candidate(),
                before.map(Replayed::side),
                after.side(),
                after.page().own().extractorVersion(),
                past.by(),
                today,
                past.by().equals(today),
                Found.of(flag.recorded()),
                Found.of(finding),
                flag.agrees(finding),
                flag.confirmation(),
                flag.ending(),
                house.getBean(WorkQueue.class).decisionsOnChange(flag.id()).stream()
                        .map(DecisionView::of)
                        .toList());
    }

    private static Replayed replay(ApplicationContext house, long id) {
        var readings = house.getBean(Readings.class);
        var capture = house.getBean(Captures.class).find(id).orElseThrow();
        var bytes = capture.bytes().orElseThrow(() -> new IllegalStateException("capture " + id + " has no bytes"));
        var page = readings.anew(bytes.responseId());
        var side = new Side(
                id,
                capture.signed().map(Captures.Signed::by),
                capture.at(),
                page.own().state(),
                bytes.digest().hex(),
                readings.firstReadBy(bytes.responseId()));
        return new Replayed(capture, page, side);
    }
}
