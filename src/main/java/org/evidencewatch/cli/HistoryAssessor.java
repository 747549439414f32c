package org.evidencewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.evidencewatch.change.Observation.Said;
import org.evidencewatch.change.Observation.Waiting;
import org.evidencewatch.change.SourceHistory;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Page;
import tools.jackson.databind.JsonNode;

/** Judges stored observations one after another, each source on its own, learning as it goes. */
final class HistoryAssessor implements StoredPages {

    private final Path file;
    private final Extractor extractor = new Extractor();

    /** Observations of this file; paths of pages are relative to it. */
    HistoryAssessor(Path file) {
        this.file = file;
    }

    @Override
    public List<StoredLine> submit(List<String> lines, Executor threads) {
        List<StoredLine> parsed = StoredPages.parse(lines);
        Map<String, List<StoredLine>> sources = new LinkedHashMap<>();
        for (StoredLine line : parsed) {
            if (line.row() != null) {
                sources.computeIfAbsent(line.text("source"), source -> new ArrayList<>())
                        .add(line);
            }
        }
        for (List<StoredLine> observations : sources.values()) {
            threads.execute(() -> judge(observations));
        }
        return parsed;
    }

    private void judge(List<StoredLine> observations) {
        var history = new SourceHistory();
        for (StoredLine line : observations) {
            JsonNode row = line.row();
            if (row != null) {
                StoredPages.answer(line, () -> assess(history, row));
            }
        }
    }

    private Assessment assess(SourceHistory history, JsonNode row) throws IOException {
        String id = StoredPages.required(row, "id");
        StoredPages.required(row, "source");
        Instant at = at(StoredPages.required(row, "at"));
        Optional<URI> url = StoredPages.url(row);
        Path page = file.resolveSibling(StoredPages.required(row, "file"));
        Legible read = Legible.of(extractor, Page.ofFile(url, PageFile.read(page)));
        return switch (history.observe(read, at)) {
            case Said said -> Assessment.ofHistory(id, said.verdict());
            case Waiting waiting -> Assessment.waiting(id, waiting.change());
        };
    }

    private static Instant at(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("at is no time with an offset: " + written, malformed);
        }
    }
}
