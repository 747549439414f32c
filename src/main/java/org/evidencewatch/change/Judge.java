package org.evidencewatch.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Known.Text;
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
import org.evidencewatch.extract.Legible;
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

    /** A person said of this very text that it is no reading of the page. */
    private static final Verdict QUARANTINED =
            new Degraded(List.of(new Reason("quarantined", Optional.empty(), Optional.empty(), 0)));

    private final Archive archive;
    private final Versions today;
    private final Duration confirmAfter;
    private final Renewal renewal;

    /** Pages seen earlier, by the capture that brought their bytes, as today's extractor reads them. */
    @FunctionalInterface
    public interface Archive {
        Legible page(long responseId);
    }

    /**
     * A judge for whom a read agrees with a change only when it is at least this much later.
     *
     * @param extractorVersion of the extractor by which the archive and new pages are read
     */
    public Judge(Archive archive, String extractorVersion, Duration confirmAfter) {
        this.archive = archive;
        this.today = Versions.today(extractorVersion);
        this.confirmAfter = confirmAfter;
        this.renewal = new Renewal(archive, today);
    }

    /** The rules by which it judges. */
    public Versions versions() {
        return today;
    }

    /**
     * Judges one capture.
     *
     * @param page of a response; empty for every other capture
     * @param text the digest of its comparison text
     */
    public Judgement judge(Known known, Capture capture, Optional<Legible> page, ContentDigest text) {
        return switch (capture) {
            case NoCapture n ->
                Judgement.unread(new Unverifiable(
                        List.of(new Reason(Codes.of(n.outcome()), Optional.empty(), Optional.empty(), 0))));
            case Revisit r -> revisit(known, r, detections(known, r));
            case Response r -> read(known, page.orElseThrow(), text, r.attempt().at(), detections(known, r));
        };
    }

    /**
     * Whether quotes and experience of the source can matter to the judgement of a capture. They do not where nothing is
     * pending, and nothing was read, or what was accepted, or a page of which nothing was accepted yet.
     */
    public boolean needsMore(Known known, Capture capture, ContentDigest text) {
        return switch (capture) {
            case NoCapture n -> false;
            case Revisit r ->
                !known.pending().isEmpty()
                        || !known.last().map(last -> still(known, last)).orElse(false);
            case Response r ->
                !known.pending().isEmpty()
                        || known.baseline()
                                .map(b -> !b.text().equals(new Text(text, today.extractor())))
                                .orElse(false);
        };
    }

    /** Whether the newest reading is that of the baseline, by today's rules. */
    private boolean still(Known known, Known.Last last) {
        return last.by().equals(today)
                && last.fingerprint().isEmpty()
                && known.baseline().map(b -> b.text().equals(last.text())).orElse(false);
    }

    private Detections detections(Known known, Capture capture) {
        return new Detections(renewal.of(known), capture.attempt().at(), confirmAfter);
    }

    /** What other rules made of the last capture says nothing: then the page that we hold is read once more. */
    private Judgement revisit(Known known, Revisit revisit, Detections detections) {
        var last = known.last()
                .filter(judged ->
                        judged.by().equals(today) && !known.experience().staying());
        if (last.isPresent()) {
            Optional<Fingerprint> shown = last.get().fingerprint();
            if (shown.isEmpty()
                    || known.baseline()
                            .map(b -> b.text().equals(last.get().text()))
                            .orElse(false)) {
                return Judgement.accepted(new Unchanged(), detections.accepted());
            }
            if (detections.flagged(shown.get())) {
                var effects = detections.words(shown.get().kind(), shown.get());
                return new Judgement(new Unchanged(), shown, effects, true, false);
            }
        }
        var held = archive.page(revisit.held().responseId());
        return read(known, held, text(held), revisit.attempt().at(), detections);
    }

    private Judgement read(Known known, Legible now, ContentDigest text, Instant at, Detections detections) {
        if (known.baseline().isEmpty() || !now.own().good()) {
            return settle(SideBySide.compare(Optional.empty(), now, List.of()), detections);
        }
        var baseline = known.baseline().get();
        if (baseline.text().equals(new Text(text, today.extractor()))) {
            return Judgement.accepted(new Unchanged(), detections.accepted());
        }
        if (known.experience().quarantined().contains(text)) {
            return settle(QUARANTINED, detections);
        }
        var accepted = archive.page(baseline.responseId());
        if (!accepted.own().good()) {
            return Judgement.rebased(detections.accepted());
        }
        if (text(accepted).equals(text)) {
            boolean readAlike = baseline.text().digest().equals(text);
            return settle(readAlike ? new Unchanged() : new Reinterpreted(), detections);
        }
        var verdict = new Beside(archive, known, accepted).verdict(now);
        Optional<Reason> language = otherLanguage(verdict, accepted.own(), now.own());
        if (language.isPresent()) {
            return settle(new Degraded(List.of(language.get())), detections);
        }
        boolean lasts = verdict instanceof Degraded && known.experience().lasting(text, at);
        return settle(lasts ? SideBySide.replaced(accepted, now).orElse(verdict) : verdict, detections);
    }

    /**
     * A page that answers in another language was chosen for a visitor from elsewhere: it cannot be compared, however long it
     * stays so, and says nothing of what the cited one states.
     */
    private static Optional<Reason> otherLanguage(Verdict verdict, Reading accepted, Reading now) {
        boolean differs = verdict instanceof Degraded
                || verdict instanceof Changed
                || verdict instanceof QuoteLost
                || verdict instanceof QuoteMoved;
        return differs ? Language.switched(Passage.of(accepted.blocks()), Passage.of(now.blocks())) : Optional.empty();
    }

    private static ContentDigest text(Legible page) {
        return ContentDigest.of(page.own().comparisonText());
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
            case Gone v -> Judgement.absent(v, gone(v, detections));
            case Moved v -> Judgement.absent(v, detections.absent(Kind.MOVED, Fingerprint.of(Kind.MOVED, v.reasons())));
            case Degraded v -> Judgement.unread(v);
            case Unverifiable v -> Judgement.unread(v);
        };
    }

    private static List<Effect> gone(Gone verdict, Detections detections) {
        var fingerprint = Fingerprint.of(Kind.GONE, verdict.reasons());
        return NotFoundPage.told(fingerprint)
                ? detections.neverThere(fingerprint)
                : detections.absent(Kind.GONE, fingerprint);
    }

    private static Judgement words(Verdict verdict, Kind kind, List<Reason> reasons, Detections detections) {
        var fingerprint = Fingerprint.of(kind, reasons);
        var effects = detections.words(kind, fingerprint);
        boolean news = effects.stream().anyMatch(e -> e instanceof Observe);
        return new Judgement(news ? verdict : new Unchanged(), Optional.of(fingerprint), effects, true, false);
    }
}
