package org.evidencewatch.change;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Moved;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.extract.Reading;

/**
 * Says what a reading means beside the baseline. Pure and thread-safe; equal readings give equal verdicts.
 *
 * <p>Gives {@code FirstSeen}, {@code Unchanged}, {@code Cosmetic}, {@code Changed}, {@code Moved}, {@code Gone} or
 * {@code Degraded}; the other verdicts need more than two readings. A reading that is not good is never {@code Unchanged}
 * or {@code Changed}.
 */
public final class ChangeDetector {

    private static final int MOST_REASONS = 30;
    private static final int STATE_SEVERITY = 50;

    /** The verdict on a page without a baseline. */
    public Verdict first(Reading now, Optional<URI> effectiveUrl) {
        return now.good() ? new FirstSeen() : unreadable(now, effectiveUrl);
    }

    /**
     * The verdict on a reading beside a good baseline.
     *
     * @param effectiveUrl where the new reading came from; the candidate of {@code Moved}
     */
    public Verdict compare(Reading baseline, Reading now, Optional<URI> effectiveUrl) {
        if (!baseline.good()) {
            throw new IllegalArgumentException("a baseline must be good, this one is " + baseline.state());
        }
        if (!now.good()) {
            return unreadable(now, effectiveUrl);
        }
        if (baseline.comparisonText().equals(now.comparisonText())) {
            boolean same =
                    baseline.text().equals(now.text()) && baseline.title().equals(now.title());
            return same ? new Unchanged() : new Cosmetic();
        }
        return compared(baseline, now);
    }

    private static Verdict compared(Reading baseline, Reading now) {
        var posts = TopicPosts.of(baseline, now);
        List<Passage> before = Passage.of(posts.before());
        List<Passage> after = Passage.of(posts.after());
        List<Reason> ofPosts = posts.reasons();
        if (words(before).equals(words(after)) && ofPosts.isEmpty()) {
            return new Cosmetic();
        }
        Shingles allBefore = Shingles.of(before);
        Shingles allAfter = Shingles.of(after);
        Optional<Reason> language = Language.switched(before, after);
        if (language.isPresent()) {
            return new Changed(language.get().severity(), List.of(language.get()));
        }
        Optional<Reason> collapse = Collapse.of(baseline, now, allBefore, allAfter);
        if (collapse.isPresent()) {
            return new Degraded(List.of(collapse.get()));
        }
        var reasons = new ArrayList<>(ofPosts);
        for (Edit edit : Differences.between(before, after, allBefore, allAfter)) {
            reasons.add(posts.weighed(edit, reason(edit)));
        }
        reasons.sort(Comparator.comparingInt(Reason::severity).reversed());
        return reasons.isEmpty()
                ? new Cosmetic()
                : new Changed(severity(reasons), reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private static List<String> words(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.words().keys().stream())
                .toList();
    }

    private static Reason reason(Edit edit) {
        Weighing.Weight weight = Weighing.of(edit);
        return new Reason(
                weight.code(),
                Wording.of(edit.before(), edit.paired()),
                Wording.of(edit.after(), edit.paired()),
                weight.severity());
    }

    /** The worst reason's, and a little more where many stand beside it. */
    private static int severity(List<Reason> reasons) {
        int weighty = Math.toIntExact(
                reasons.stream().filter(reason -> reason.severity() >= 20).count());
        int breadth = (int) Math.round(4 * Math.log(Math.max(1, weighty)));
        return Math.min(100, reasons.getFirst().severity() + breadth);
    }

    private static Verdict unreadable(Reading now, Optional<URI> effectiveUrl) {
        List<Reason> reasons = now.stateReasons().stream()
                .map(reason ->
                        new Reason(reason.code(), Optional.empty(), Optional.of(reason.detail()), STATE_SEVERITY))
                .toList();
        return switch (now.state()) {
            case GONE -> new Gone(reasons);
            case MOVED -> new Moved(effectiveUrl, reasons);
            case BLOCKED, RESTRICTED, INTERSTITIAL, PARKED, ERROR, EMPTY -> new Degraded(reasons);
            case OK -> throw new IllegalStateException("a good reading is readable");
        };
    }
}
