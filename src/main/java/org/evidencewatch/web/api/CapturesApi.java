package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.AlignedBlocks;
import org.evidencewatch.change.Finding;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.SameWay;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.snapshot.CaptureSheet.Shown;
import org.evidencewatch.snapshot.CaptureSheets;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was captured, and how two captures differ. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Captures")
class CapturesApi {

    private final CaptureSheets captures;
    private final Readings readings;

    CapturesApi(CaptureSheets captures, Readings readings) {
        this.captures = captures;
        this.readings = readings;
    }

    @GetMapping("/captures/{id}")
    @Operation(summary = "Get what is on record of a capture: times, headers, digest, state of the page")
    CaptureView one(@PathVariable long id) {
        CaptureSheet capture = find(id);
        return CaptureView.of(capture, page(capture).map(Legible::own));
    }

    @GetMapping("/diffs/{before}/{after}")
    @Operation(summary = "Compare two captures: verdict, reasons, and the passages that differ")
    @ApiResponse(responseCode = "200", description = "How they differ")
    @ApiResponse(responseCode = "409", description = "One of them shows no page whose words could be compared")
    DiffView diff(@PathVariable long before, @PathVariable long after) {
        CaptureSheet old = find(before);
        CaptureSheet now = find(after);
        Legible earlier = good(old);
        Legible later = good(now);
        var pair = SameWay.of(earlier, later);
        return DiffView.of(
                old,
                now,
                Finding.of(Optional.of(earlier), later, List.of()),
                AlignedBlocks.of(pair.before().blocks(), pair.after().blocks()));
    }

    private CaptureSheet find(long id) {
        return captures.find(id).orElseThrow(() -> Problem.missing("capture " + id));
    }

    private Optional<Legible> page(CaptureSheet capture) {
        return capture.shown().map(Shown::responseId).map(readings::of);
    }

    private Legible good(CaptureSheet capture) {
        return page(capture)
                .filter(page -> page.own().good())
                .orElseThrow(() -> Problem.of(
                        HttpStatus.CONFLICT,
                        "Capture %d shows no page whose words could be compared: %s."
                                .formatted(capture.id(), capture.outcome())));
    }
}
