package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.review.DecisionLog;
import org.evidencewatch.review.WorkQueue;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decided. */
@RestController
@RequestMapping("/api/v1/decisions")
@Tag(name = "Decisions")
class DecisionsApi {

    private final DecisionLog log;
    private final WorkQueue queue;

    DecisionsApi(DecisionLog log, WorkQueue queue) {
        this.log = log;
        this.queue = queue;
    }

    /**
     * The taking back of a decision as a program sends it.
     *
     * @param everywhere whether all else that the same request decided is taken back too
     */
    record UndoBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Optional<String> why,

            Optional<Boolean> everywhere) {}

    @GetMapping
    @Operation(summary = "List decisions, the newest first; of a company by its slug, of a reviewer by name")
    ResponseEntity<Listing<LoggedView>> list(
            @RequestParam Optional<Long> before,
            @RequestParam Optional<String> company,
            @RequestParam Optional<String> reviewer,
            @RequestParam(defaultValue = Parameters.USUAL) @Schema(minimum = "1", maximum = Parameters.MOST) int limit,
            HttpServletRequest request) {
        int size = Parameters.limit(limit);
        var filter = new DecisionLog.Filter(
                Parameters.search("reviewer", reviewer), Parameters.search("company", company), Optional.empty());
        var rows = log.page(filter, before, size + 1);
        return Listing.of(rows, size, LoggedView::of, row -> row.decision().id())
                .answer(request, "before");
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Take a decision back, with all that followed from it, until it is published")
    @ApiResponse(responseCode = "201", description = "Taken back, by a decision of its own")
    @ApiResponse(responseCode = "409", description = "Taken back already, or against a rule")
    @ApiResponse(responseCode = "422", description = "The explanation is missing or too long")
    ResponseEntity<ReplyView> undo(@PathVariable long id, @RequestBody UndoBody body, Principal who) {
        String why = body.why().orElse("");
        Authority.objection(who.getName(), why).ifPresent(objection -> {
            throw Problem.incomplete(List.of(objection));
        });
        return ReplyView.answer(
                queue.undo(id, who.getName(), why, body.everywhere().orElse(false)), HttpStatus.CREATED);
    }
}
