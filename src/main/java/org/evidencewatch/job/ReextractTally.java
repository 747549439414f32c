package org.evidencewatch.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.change.Finding;
import org.evidencewatch.change.Kind;
import org.evidencewatch.change.Past;
import org.evidencewatch.change.Past.Side;
import org.evidencewatch.change.Reason;
import org.evidencewatch.change.Rejudging.Redetection;
import org.evidencewatch.change.Verdict;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.job.ReextractReport.Unlike;
import org.evidencewatch.job.ReextractReport.WouldFlag;
import org.evidencewatch.job.ReextractReport.WouldMiss;
import org.evidencewatch.job.StoredHistory.Earlier;
import org.evidencewatch.job.StoredHistory.Source;
import org.evidencewatch.snapshot.ContentDigest;

/** Adds up what reading history again brings to light. */
final class ReextractTally {

    private static final int MOST_REASONS = 5;

    private long captures;
    private long reread;
    private long same;
    private long reinterpreted;
    private final List<WouldFlag> wouldFlag = new ArrayList<>();
    private final List<WouldMiss> wouldMiss = new ArrayList<>();
    private final List<Unlike> degradedNow = new ArrayList<>();
    private final List<Unlike> goodNow = new ArrayList<>();

    /** So many captures were read anew and kept. */
    void kept(int readings) {
        reread += readings;
    }

    /** A capture was read, beside how it read before; {@code anew} when no reading by this extractor is kept. */
    void read(Source source, long capture, Reading now, Optional<Earlier> before, boolean anew) {
        captures++;
        reread += anew ? 1 : 0;
        String digest = ContentDigest.of(now.comparisonText()).hex();
        if (before.isEmpty() || before.get().comparisonDigest().equals(digest)) {
            same++;
        } else {
            reinterpreted++;
        }
        before.ifPresent(earlier -> {
            boolean wasGood = earlier.state().equals(PageState.OK.name());
            if (wasGood != now.good()) {
                (wasGood ? degradedNow : goodNow)
                        .add(new Unlike(
                                source.url(),
                                capture,
                                earlier.state(),
                                now.state().name()));
            }
        });
    }

    /**
     * Lays what would have been told beside what was. A change that would have been told at another capture, beside the
     * same baseline, is the same.
     */
    void compare(
            Source source,
            List<Past> pasts,
            Set<Long> untold,
            List<Redetection> redetections,
            Map<Long, Verdict> verdicts) {
        var told = new ArrayList<>(pasts.stream()
                .filter(past ->
                        past.flagged().filter(id -> !untold.contains(id)).isPresent())
                .toList());
        var would = new ArrayList<>(
                redetections.stream().filter(d -> !d.unconfirmed()).toList());
        would.removeIf(d -> told.removeIf(past -> past.captureId() == d.captureId() && alike(past, d)));
        would.removeIf(d -> told.stream()
                .filter(past -> alike(past, d))
                .findFirst()
                .map(told::remove)
                .orElse(false));
        would.forEach(d -> wouldFlag.add(flag(source, d, pasts)));
        told.forEach(past -> wouldMiss.add(miss(source, past, verdicts)));
    }

    ReextractReport report(long run, String extractorVersion, boolean adopted, double seconds) {
        return new ReextractReport(
                run,
                extractorVersion,
                adopted,
                captures,
                reread,
                same,
                reinterpreted,
                List.copyOf(wouldFlag),
                List.copyOf(wouldMiss),
                List.copyOf(degradedNow),
                List.copyOf(goodNow),
                seconds);
    }

    /** Both about words, or both about the page's being there, and beside the same baseline. */
    private static boolean alike(Past past, Redetection d) {
        return Kind.ofWord(past.recorded().verdict()).ofWords() == d.kind().ofWords()
                && past.baseline().map(Side::captureId).equals(d.baselineCaptureId());
    }

    private static WouldFlag flag(Source source, Redetection d, List<Past> pasts) {
        String recorded = pasts.stream()
                .filter(past -> past.captureId() == d.captureId())
                .map(past -> past.recorded().verdict())
                .findFirst()
                .orElseThrow();
        var finding = d.finding();
        return new WouldFlag(
                source.url(), d.captureId(), finding.verdict(), finding.severity(), worst(finding.reasons()), recorded);
    }

    private static WouldMiss miss(Source source, Past past, Map<Long, Verdict> verdicts) {
        var recorded = past.recorded();
        return new WouldMiss(
                source.url(),
                past.flagged().orElseThrow(),
                past.captureId(),
                recorded.verdict(),
                recorded.severity(),
                worst(recorded.reasons()),
                Optional.ofNullable(verdicts.get(past.captureId()))
                        .map(v -> Finding.of(v).verdict())
                        .orElseThrow());
    }

    private static List<Reason> worst(List<Reason> reasons) {
        return reasons.stream().limit(MOST_REASONS).toList();
    }
}
