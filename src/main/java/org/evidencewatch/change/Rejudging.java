package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.change.Detection.Origin;
import org.evidencewatch.change.Effect.Confirm;
import org.evidencewatch.change.Effect.End;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Effect.Outcome;
import org.evidencewatch.change.Known.Baseline;
import org.evidencewatch.change.Known.Last;
import org.evidencewatch.change.Known.Text;
import org.evidencewatch.change.Past.Side;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Purpose;

/**
 * Judges the captures of one source once more, in their order, as if today's rules had been in force: what would have been
 * detected. Baselines are those on record, for people chose them. Not thread-safe; writes nothing.
 */
public final class Rejudging {

    private final Judge judge;
    private final Judge.Archive archive;
    private final Map<Long, Redetection> detected = new LinkedHashMap<>();
    private Known known;

    /**
     * @param known what was known before the first of the captures
     * @param archive by which the judge reads, too
     */
    public Rejudging(Judge judge, Judge.Archive archive, Known known) {
        this.judge = judge;
        this.archive = archive;
        this.known = known;
    }

    /**
     * A change that today's rules see in a capture.
     *
     * @param unconfirmed the read that was to confirm it did not agree, so that nobody would have heard of it
     */
    public record Redetection(
            long captureId, Kind kind, Optional<Long> baselineCaptureId, Finding finding, boolean unconfirmed) {}

    /**
     * Judges the next capture.
     *
     * @param page what it shows; of a revisit, the page that it refers to
     * @param experience what else the source had shown until then, as it is on record
     */
    public Verdict next(Past past, Capture capture, Side shown, Legible page, Experience experience) {
        known = new Known(known.baseline(), known.last(), known.pending(), known.quotes(), experience);
        rebase(past);
        var text = ContentDigest.of(page.own().comparisonText());
        var judgement = judge.judge(ofWhatItRevisits(shown), capture, Optional.of(page), text);
        var pending = new ArrayList<>(known.pending());
        judgement.effects().forEach(effect -> apply(effect, past, capture, shown, judgement, pending));
        var read = new Text(text, judge.versions().extractor());
        Optional<Last> last = judgement.good()
                ? Optional.of(new Last(shown.responseId(), read, judgement.fingerprint(), judge.versions()))
                : known.last();
        Optional<Baseline> baseline = judgement.becomesBaseline()
                ? Optional.of(new Baseline(shown.captureId(), shown.responseId(), read))
                : known.baseline();
        known = new Known(baseline, last, pending, known.quotes(), known.experience());
        return judgement.verdict();
    }

    /** What was detected, in the order of the captures. */
    public List<Redetection> detected() {
        return List.copyOf(detected.values());
    }

    /** What is known, but of a last capture only where that is the one referred to: today's rules may have passed it by. */
    private Known ofWhatItRevisits(Side shown) {
        var last = known.last().filter(l -> l.responseId() == shown.responseId());
        return new Known(known.baseline(), last, known.pending(), known.quotes(), known.experience());
    }

    /** A person who moves the baseline answers what was pending of words. */
    private void rebase(Past past) {
        var before = known.baseline().map(Baseline::captureId);
        var now = past.baseline().map(Side::captureId);
        if (now.isEmpty() || now.equals(before)) {
            return;
        }
        var side = past.baseline().get();
        var page = archive.page(side.responseId()).own();
        var text = new Text(
                ContentDigest.of(page.comparisonText()), judge.versions().extractor());
        var still = known.pending().stream()
                .filter(d -> before.isEmpty() || !d.kind().ofWords())
                .toList();
        var baseline = new Baseline(side.captureId(), side.responseId(), text);
        known = new Known(Optional.of(baseline), known.last(), still, known.quotes(), known.experience());
    }

    private void apply(
            Effect effect, Past past, Capture capture, Side shown, Judgement judgement, List<Detection> pending) {
        switch (effect) {
            case Observe o -> {
                var before = known.baseline();
                var origin = new Origin(before.map(Baseline::responseId), shown.responseId(), judge.versions());
                var at = capture.attempt().at();
                var finding = Finding.of(judgement.verdict());
                boolean slight = Slight.of(o.kind(), finding.reasons());
                pending.add(
                        new Detection(-past.captureId(), o.kind(), o.fingerprint(), at, false, false, origin, slight));
                detected.put(
                        -past.captureId(),
                        new Redetection(past.captureId(), o.kind(), before.map(Baseline::captureId), finding, false));
            }
            case Confirm c -> pending.replaceAll(d -> d.id() == c.change().id() ? d.agreed() : d);
            case End e -> {
                pending.removeIf(d -> d.id() == e.change().id());
                // What nobody observed then nobody read again: that a later night differs is no disagreement.
                if (e.outcome() == Outcome.UNCONFIRMED && capture.attempt().purpose() == Purpose.CONFIRM) {
                    detected.computeIfPresent(e.change().id(), (id, d) -> unconfirmed(d));
                }
            }
        }
    }

    private static Redetection unconfirmed(Redetection d) {
        return new Redetection(d.captureId(), d.kind(), d.baselineCaptureId(), d.finding(), true);
    }
}
