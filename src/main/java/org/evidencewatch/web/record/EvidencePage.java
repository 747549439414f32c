package org.evidencewatch.web.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Timeline;
import org.evidencewatch.citation.CitationSheets.Repaired;
import org.evidencewatch.citation.CitationSheets.Single;
import org.evidencewatch.company.Quote;
import org.evidencewatch.review.RecordHistory;
import org.evidencewatch.web.Wording;

/**
 * The timeline of one citation as its page shows it.
 *
 * @param link the address, where a browser may be sent to it
 * @param next the capture below which it goes on
 * @param first whether it begins with the newest capture
 */
record EvidencePage(
        long id,
        String title,
        String url,
        Optional<String> link,
        String company,
        String companyName,
        Optional<String> accessed,
        Optional<String> quote,
        Optional<String> retired,
        List<TimelineRow> rows,
        List<Said> decisions,
        List<Mended> repairs,
        Optional<Long> next,
        boolean first) {

    /** What a person said of the page. */
    record Said(String answer, String by, String why, String at, Optional<Long> capture, boolean undone) {}

    /** What a person changed of the citation. */
    record Mended(String what, String by, String why, String at) {}

    static EvidencePage of(
            Single cited,
            Timeline timeline,
            List<RecordHistory.Said> decisions,
            List<Repaired> repairs,
            boolean first) {
        var citation = cited.citation();
        var page = citation.cited();
        return new EvidencePage(
                citation.id(),
                page.title(),
                page.url(),
                Wording.link(page.url()),
                cited.company(),
                cited.name(),
                page.accessed().map(LocalDate::toString),
                page.quote().map(Quote::exact),
                citation.retired().map(Wording::time),
                TimelineRow.of(timeline),
                decisions.stream().map(EvidencePage::said).toList(),
                repairs.stream()
                        .filter(repair -> concerns(repair, citation.id()))
                        .map(EvidencePage::mended)
                        .toList(),
                timeline.next(),
                first);
    }

    private static Said said(RecordHistory.Said said) {
        return new Said(
                Wording.answer(said.answer()),
                said.by(),
                said.why(),
                Wording.time(said.at()),
                said.capture(),
                said.undone());
    }

    private static boolean concerns(Repaired repair, long citation) {
        return repair.citation() == citation
                || repair.replacement().filter(other -> other == citation).isPresent();
    }

    private static Mended mended(Repaired repair) {
        return new Mended(Wording.words(repair.kind()), repair.by(), repair.why(), Wording.time(repair.at()));
    }

    /** Whether there are two captures to choose from. */
    public boolean comparable() {
        return rows.size() > 1;
    }
}
