package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.evidencewatch.change.ChangeDetector;
import org.evidencewatch.change.Reason;
import org.evidencewatch.change.Verdict;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;

/** Reads both pages of a stored pair and compares them. Thread-safe. */
final class PairAssessor {

    private static final int NO_BASELINE = 50;

    private final ChangeDetector detector = new ChangeDetector();

    /** Made when first used: it reads the platform profiles, which other commands need not wait for. */
    private static final class Installed {
        static final Extractor EXTRACTOR = new Extractor();
    }

    /** A pair whose earlier page is no good baseline is degraded: nothing can be said of what changed. */
    Assessment assess(StoredPair pair) throws IOException {
        Reading before = read(pair, pair.before());
        Reading after = read(pair, pair.after());
        Verdict verdict = before.good() || !after.good()
                ? compared(pair, before, after)
                : new Verdict.Degraded(before.stateReasons().stream()
                        .map(PairAssessor::noBaseline)
                        .toList());
        return Assessment.of(pair.id(), verdict);
    }

    private Verdict compared(StoredPair pair, Reading before, Reading after) {
        return before.good() ? detector.compare(before, after, pair.url()) : detector.first(after, pair.url());
    }

    private Reading read(StoredPair pair, Path file) throws IOException {
        return Installed.EXTRACTOR.read(Page.ofFile(pair.url(), PageFile.read(file)));
    }

    private static Reason noBaseline(StateReason reason) {
        return new Reason("baseline-" + reason.code(), Optional.of(reason.detail()), Optional.empty(), NO_BASELINE);
    }
}
