package org.evidencewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.evidencewatch.change.Reason;
import org.evidencewatch.change.SideBySide;
import org.evidencewatch.change.Verdict;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.StateReason;
import tools.jackson.databind.JsonNode;

/** Reads both pages of each stored pair and compares them. Thread-safe. */
final class PairAssessor implements StoredPages {

    private static final int NO_BASELINE = 50;

    private final Path file;
    private final Extractor extractor = new Extractor();

    /** Pairs of this file; paths of pages are relative to it. */
    PairAssessor(Path file) {
        this.file = file;
    }

    @Override
    public List<StoredLine> submit(List<String> lines, Executor threads) {
        List<StoredLine> parsed = StoredPages.parse(lines);
        for (StoredLine line : parsed) {
            JsonNode row = line.row();
            if (row != null) {
                threads.execute(() -> StoredPages.answer(line, () -> assess(row)));
            }
        }
        return parsed;
    }

    /** A pair whose earlier page is no good baseline is degraded: nothing can be said of what changed. */
    private Assessment assess(JsonNode pair) throws IOException {
        String id = StoredPages.required(pair, "id");
        Optional<URI> url = StoredPages.url(pair);
        Legible before = read(url, StoredPages.required(pair, "before_file"));
        Legible after = read(url, StoredPages.required(pair, "after_file"));
        boolean comparable = before.own().good() || !after.own().good();
        return Assessment.of(
                id,
                comparable
                        ? SideBySide.compare(
                                Optional.of(before).filter(page -> page.own().good()), after, List.of())
                        : new Verdict.Degraded(before.own().stateReasons().stream()
                                .map(PairAssessor::noBaseline)
                                .toList()));
    }

    private Legible read(Optional<URI> url, String page) throws IOException {
        return Legible.of(extractor, Page.ofFile(url, PageFile.read(file.resolveSibling(page))));
    }

    private static Reason noBaseline(StateReason reason) {
        return new Reason("baseline-" + reason.code(), Optional.of(reason.detail()), Optional.empty(), NO_BASELINE);
    }
}
