package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import org.evidencewatch.change.SideBySide;
import org.evidencewatch.change.Verdict;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.StateReason;

/** Reads both pages of a stored pair and compares them. Thread-safe. */
final class PairAssessor {

    private static final int NO_BASELINE = 50;

    private final Extractor extractor = new Extractor();

    /** A pair whose earlier page is no good baseline is degraded: nothing can be said of what changed. */
    Assessment assess(StoredPair pair) throws IOException {
        Legible before = read(pair, pair.before());
        Legible after = read(pair, pair.after());
        boolean good = before.own().good();
        Verdict verdict = good || !after.own().good()
                ? SideBySide.compare(Optional.of(before).filter(page -> good), after, pair.url(), List.of())
                : new Verdict.Degraded(before.own().stateReasons().stream()
                        .map(PairAssessor::noBaseline)
                        .toList());
        return Assessment.of(pair.id(), verdict);
    }

    private Legible read(StoredPair pair, Path file) throws IOException {
        return Legible.of(extractor, Page.ofFile(pair.url(), PageFile.read(file)));
    }

    private static Reason noBaseline(StateReason reason) {
        return new Reason("baseline-" + reason.code(), Optional.of(reason.detail()), Optional.empty(), NO_BASELINE);
    }
}
