package org.evidencewatch.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evidencewatch.change.Judge;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * The pages of earlier nights that a batch is compared with. Those that older extractors had read are read anew; kept with
 * the batch, they cost that only once.
 */
final class Rereadings implements Judge.Archive {

    private final Readings readings;
    private final Map<Long, Legible> pages = new HashMap<>();

    Rereadings(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Legible page(long responseId) {
        return pages.computeIfAbsent(responseId, readings::of);
    }

    /** What had to be read anew so far. */
    List<Extractions.Of> anew(Instant at) {
        return readings.missing(pages.keySet()).stream()
                .map(id -> of(id, page(id), at))
                .toList();
    }

    private static Extractions.Of of(long id, Legible page, Instant at) {
        var reading = page.own();
        return new Extractions.Of(id, reading, ContentDigest.of(reading.comparisonText()), at);
    }
}
