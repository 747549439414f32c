package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.evidencewatch.change.Timeline.Event;
import org.evidencewatch.change.Timelines;
import org.evidencewatch.citation.CitationSheets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What companies cite, and how it was read. */
@RestController
@RequestMapping("/api/v1/citations")
@Tag(name = "Citations")
class CitationsApi {

    private final CitationSheets citations;
    private final Timelines timelines;

    CitationsApi(CitationSheets citations, Timelines timelines) {
        this.citations = citations;
        this.timelines = timelines;
    }

    @GetMapping
    @Operation(summary = "List citations by id, retired ones too; with company, those of the company with that slug")
    ResponseEntity<Listing<CitationView>> list(
            @RequestParam Optional<String> company,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Parameters.USUAL) @Schema(minimum = "1", maximum = Parameters.MOST) int limit,
            HttpServletRequest request) {
        int size = Parameters.limit(limit);
        var rows = citations.behind(after, Parameters.search("company", company), size + 1);
        return Listing.of(rows, size, CitationView::of, row -> row.citation().id())
                .answer(request, "after");
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get one citation")
    CitationView one(@PathVariable long id) {
        return CitationView.of(find(id));
    }

    @GetMapping("/{id}/captures")
    @Operation(summary = "List the captures of the cited page, the newest first, and what each meant")
    ResponseEntity<Listing<EventView>> captures(
            @PathVariable long id,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = Parameters.USUAL) @Schema(minimum = "1", maximum = Parameters.MOST) int limit,
            HttpServletRequest request) {
        int size = Parameters.limit(limit);
        var rows = timelines.events(find(id).source(), before, size + 1);
        return Listing.of(rows, size, EventView::of, Event::capture).answer(request, "before");
    }

    private CitationSheets.Single find(long id) {
        return citations.find(id).orElseThrow(() -> Problem.missing("citation " + id));
    }
}
