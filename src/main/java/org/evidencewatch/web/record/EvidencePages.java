package org.evidencewatch.web.record;

import java.util.Optional;
import org.evidencewatch.change.Timelines;
import org.evidencewatch.citation.CitationSheets;
import org.evidencewatch.citation.CitationSheets.Single;
import org.evidencewatch.review.RecordHistory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The timeline of one citation. */
@Controller
class EvidencePages {

    private final CitationSheets citations;
    private final Timelines timelines;
    private final RecordHistory history;

    EvidencePages(CitationSheets citations, Timelines timelines, RecordHistory history) {
        this.citations = citations;
        this.timelines = timelines;
        this.history = history;
    }

    /** The newest captures, or those below one. */
    @GetMapping("/evidence/{id}")
    String timeline(@PathVariable long id, @RequestParam Optional<Long> below, Model model) {
        Single cited = citations.find(id).orElseThrow(Missing::page);
        model.addAttribute(
                "page",
                EvidencePage.of(
                        cited,
                        timelines.of(cited.source(), below),
                        history.decisions(cited.company(), cited.source()),
                        citations
                                .of(cited.company())
                                .map(CitationSheets.Sheet::repairs)
                                .orElseThrow(Missing::page),
                        below.isEmpty()));
        return "record/evidence";
    }
}
