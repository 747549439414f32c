package org.evidencewatch.web.night;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Night;
import org.evidencewatch.alert.Nights;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How fresh the evidence is. */
@Controller
class FreshnessPages {

    private static final int NIGHTS = 30;

    private final Freshness freshness;
    private final Nights nights;
    private final Limits limits;
    private final Clock clock;

    FreshnessPages(Freshness freshness, Nights nights, Limits limits, Clock clock) {
        this.freshness = freshness;
        this.nights = nights;
        this.limits = limits;
        this.clock = clock;
    }

    /** The figures of now, and the nights up to the newest that had a run. */
    @GetMapping("/freshness")
    String show(Model model) {
        Instant now = clock.instant();
        List<Night> past = nights.newest(now)
                .map(last -> nights.upTo(last, NIGHTS, now, limits.limit()))
                .orElse(List.of());
        model.addAttribute("page", FreshnessPage.of(freshness.citations(), freshness.backlog(), past, limits, now));
        return "night/freshness";
    }
}
