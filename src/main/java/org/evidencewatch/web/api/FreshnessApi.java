package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Objectives;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fresh the evidence is. */
@RestController
@RequestMapping("/api/v1/freshness")
@Tag(name = "Freshness")
class FreshnessApi {

    private final Freshness freshness;
    private final Objectives objectives;
    private final Limits limits;
    private final Clock clock;

    FreshnessApi(Freshness freshness, Objectives objectives, Limits limits, Clock clock) {
        this.freshness = freshness;
        this.objectives = objectives;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Get how fresh the evidence is now, by objective and company, and what cannot be read")
    FreshnessView now() {
        Instant asOf = clock.instant();
        List<CitationClock> citations = freshness.citations();
        return FreshnessView.of(
                citations, objectives.states(citations, asOf), freshness.backlog(), asOf, limits.limit());
    }
}
