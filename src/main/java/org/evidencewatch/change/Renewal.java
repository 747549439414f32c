package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Judge.Archive;
import org.evidencewatch.extract.Legible;

/**
 * Pending detections as today's rules see them. The fingerprint of one that older rules made is made anew from the
 * captures that showed it: only then can a later read agree with it, or disagree.
 */
final class Renewal {

    private final Archive archive;
    private final Versions today;

    Renewal(Archive archive, Versions today) {
        this.archive = archive;
        this.today = today;
    }

    /**
     * Detections by what today's rules say of them.
     *
     * @param standing those that can be compared with what a page shows now
     * @param vanished changes of words whose own captures no longer differ, read by today's rules
     */
    record Renewed(List<Detection> standing, List<Detection> vanished) {}

    Renewed of(Known known) {
        var standing = new ArrayList<Detection>();
        var vanished = new ArrayList<Detection>();
        for (Detection detection : known.pending()) {
            Optional<Detection> renewed =
                    detection.origin().by().equals(today) ? Optional.of(detection) : renewed(detection, known);
            if (renewed.isEmpty() && detection.kind().ofWords()) {
                vanished.add(detection);
            } else {
                standing.add(renewed.orElse(detection));
            }
        }
        return new Renewed(standing, vanished);
    }

    private Optional<Detection> renewed(Detection detection, Known known) {
        var origin = detection.origin();
        Optional<Legible> baseline = origin.baselineResponseId().map(archive::page);
        if (baseline.filter(page -> !page.own().good()).isPresent()) {
            return Optional.empty();
        }
        var verdict = SideBySide.compare(baseline, archive.page(origin.responseId()), known.quotes());
        return Verdicts.kind(verdict)
                .filter(kind -> kind.ofWords() == detection.kind().ofWords())
                .map(kind -> detection.as(kind, Fingerprint.of(kind, Verdicts.reasons(verdict))));
    }
}
