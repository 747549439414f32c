package org.evidencewatch.change;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Moved;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.change.Verdict.QuoteMoved;
import org.evidencewatch.change.Verdict.Reinterpreted;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.change.Verdict.Unverifiable;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * Says what a capture means beside what is known of its source. Reads only through {@link Archive}, writes nothing.
 *
 * <p>Compares with the baseline, not with last night. A change flagged before and still there is no news: its
 * verdict is unchanged.
 */
public final class Judge {

    private final ChangeDetector detector = new ChangeDetector();
    private final Archive archive;
    private final Duration confirmAfter;

    /** Earlier readings, by the capture that brought their bytes. */
    @FunctionalInterface
    public interface Archive {
        Reading reading(long responseId);
    }

    /** A judge for whom a read agrees with a change only when it is at least this much later. */
    public Judge(Archive archive, Duration confirmAfter) {
        this.archive = archive;
        this.confirmAfter = confirmAfter;
    }

    /**
     * Judges one capture.
     *
     * @param reading of a response; empty for every other capture
     */
    public Judgement judge(Known known, Capture capture, Optional<Reading> reading, ContentDigest text) {
        var detections = new Detections(known.pending(), capture.attempt().at(), confirmAfter);
        return switch (capture) {
            case NoCapture n ->
                Judgement.unread(new Unverifiable(
                        List.of(new Reason(Codes.of(n.outcome()), Optional.empty(), Optional.empty(), 0))));
            case Revisit r -> revisit(known, r, detections);
            case Response r -> read(known, reading.orElseThrow(), text, Optional.of(r.effectiveUrl()), detections);
        };
    }

    private Judgement revisit(Known known, Revisit revisit, Detections detections) {
        var last = known.last().orElseThrow();
        Optional<Fingerprint> shown = last.fingerprint();
        if (shown.isEmpty()
                || known.baseline().map(b -> b.text().equals(last.text())).orElse(false)) {
            return Judgement.accepted(new Unchanged(), detections.accepted());
        }
        boolean flagged = known.pending().stream().anyMatch(d -> d.fingerprint().equals(shown.get()));
        if (flagged) {
            var effects = detections.words(shown.get().kind(), shown.get());
            return new Judgement(new Unchanged(), shown, effects, true, false);
        }
        return read(
                known,
                archive.reading(revisit.held().responseId()),
                last.text(),
                Optional.of(revisit.effectiveUrl()),
                detections);
    }

    private Judgement read(
            Known known, Reading now, ContentDigest text, Optional<URI> effectiveUrl, Detections detections) {
        if (known.baseline().isEmpty() || !now.good()) {
            return settle(detector.first(now, effectiveUrl), detections);
        }
        var baseline = known.baseline().get();
        if (baseline.text().equals(text)) {
            return Judgement.accepted(new Unchanged(), detections.accepted());
        }
        var accepted = archive.reading(baseline.responseId());
        var verdict = detector.compare(accepted, now, effectiveUrl);
        return settle(
                verdict instanceof Changed changed ? Quotes.weigh(changed, known.quotes(), accepted, now) : verdict,
                detections);
    }

    private static Judgement settle(Verdict verdict, Detections detections) {
        return switch (verdict) {
            case FirstSeen v -> new Judgement(v, Optional.empty(), detections.accepted(), true, true);
            case Unchanged v -> Judgement.accepted(v, detections.accepted());
            case Cosmetic v -> Judgement.accepted(v, detections.accepted());
            case Variant v -> Judgement.accepted(v, detections.accepted());
            case Reinterpreted v -> Judgement.accepted(v, detections.accepted());
            case QuoteMoved v -> words(v, Kind.QUOTE_MOVED, v.reasons(), detections);
            case QuoteLost v -> words(v, Kind.QUOTE_LOST, v.reasons(), detections);
            case Changed v -> words(v, Kind.CHANGED, v.reasons(), detections);
            case Gone v -> Judgement.absent(v, detections.absent(Kind.GONE, Fingerprint.of(Kind.GONE, v.reasons())));
            case Moved v -> Judgement.absent(v, detections.absent(Kind.MOVED, Fingerprint.of(Kind.MOVED, v.reasons())));
            case Degraded v -> Judgement.unread(v);
            case Unverifiable v -> Judgement.unread(v);
        };
    }

    private static Judgement words(Verdict verdict, Kind kind, List<Reason> reasons, Detections detections) {
        var fingerprint = Fingerprint.of(kind, reasons);
        var effects = detections.words(kind, fingerprint);
        boolean news = effects.stream().anyMatch(e -> e instanceof Observe);
        return new Judgement(news ? verdict : new Unchanged(), Optional.of(fingerprint), effects, true, false);
    }
}
