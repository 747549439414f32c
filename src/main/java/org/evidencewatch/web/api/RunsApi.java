package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.evidencewatch.job.RunLedger;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the jobs did. */
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "Runs")
class RunsApi {

    private static final int UNREAD = 200;

    private final RunLedger runs;

    RunsApi(RunLedger runs) {
        this.runs = runs;
    }

    @GetMapping
    @Operation(summary = "List runs, the newest first, and what each came to")
    ResponseEntity<Listing<RunView>> list(
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = Parameters.USUAL) @Schema(minimum = "1", maximum = Parameters.MOST) int limit,
            HttpServletRequest request) {
        int size = Parameters.limit(limit);
        var rows = runs.page(before, size + 1);
        return Listing.of(rows, size, RunView::of, row -> row.run().id()).answer(request, "before");
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get one run, with the first 200 pages that it could not read and whom it put into the queue")
    RunView.Whole one(@PathVariable long id) {
        return runs.find(id)
                .map(account -> new RunView.Whole(
                        RunView.of(account), account.reported(), runs.unread(id, UNREAD), runs.queued(id)))
                .orElseThrow(() -> Problem.missing("run " + id));
    }
}
