package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.evidencewatch.citation.Records;
import org.evidencewatch.company.Slug;
import org.evidencewatch.review.CompanyIndex;
import org.evidencewatch.web.json.RecordView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the index says of companies. */
@RestController
@RequestMapping("/api/v1/records")
@Tag(name = "Records")
class RecordsApi {

    private final CompanyIndex index;
    private final Records records;

    RecordsApi(CompanyIndex index, Records records) {
        this.index = index;
        this.records = records;
    }

    @GetMapping
    @Operation(summary = "List the companies by slug; with q, those with these words in slug or name")
    ResponseEntity<Listing<RecordLine>> list(
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> q,
            @RequestParam(defaultValue = Parameters.USUAL) @Schema(minimum = "1", maximum = Parameters.MOST) int limit,
            HttpServletRequest request) {
        int size = Parameters.limit(limit);
        String search = Parameters.search("q", q).orElse("");
        var rows = index.behind(Parameters.slug("after", after), search, size + 1);
        return Listing.of(rows, size, RecordLine::of, CompanyIndex.Listed::slug).answer(request, "after");
    }

    @GetMapping("/{slug}")
    @Operation(summary = "Get one record as it stands: score, claims, citations")
    RecordView one(@PathVariable String slug) {
        return Optional.of(slug)
                .filter(Slug::isOne)
                .flatMap(records::find)
                .map(RecordView::of)
                .orElseThrow(() -> Problem.missing("company of that slug"));
    }
}
