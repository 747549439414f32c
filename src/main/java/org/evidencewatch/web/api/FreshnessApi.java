package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How fresh the evidence is. */
@RestController
@RequestMapping("/api/v1/freshness")
@Tag(name = "Freshness")
class FreshnessApi {

    private final Freshness freshness;
    private final Limits limits;
    private final Clock clock;

    FreshnessApi(Freshness freshness, Limits limits, Clock clock) {
        this.freshness = freshness;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Get how fresh the evidence is now, by company, and what cannot be read")
    FreshnessView now() {
        return FreshnessView.of(freshness.citations(), freshness.backlog(), clock.instant(), limits.limit());
    }
}
