package org.evidencewatch.web.night;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.alert.Night;
import org.evidencewatch.alert.Nights;
import org.evidencewatch.alert.Objectives;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How fresh the evidence is. */
@Controller
class FreshnessPages {

    private static final int NIGHTS = 30;

    /** Beyond so many citations the nights are drawn for those only who ask for them: each looks at every page's captures. */
    private static final int DRAWN_UNASKED = 20_000;

    private final Freshness freshness;
    private final Nights nights;
    private final Limits limits;
    private final Objectives objectives;
    private final Clock clock;

    FreshnessPages(Freshness freshness, Nights nights, Limits limits, Objectives objectives, Clock clock) {
        this.freshness = freshness;
        this.nights = nights;
        this.limits = limits;
        this.objectives = objectives;
        this.clock = clock;
    }

    /**
     * The figures of now, and the nights up to the newest that had a run.
     *
     * @param asked anything, to have the nights drawn however long that takes
     */
    @GetMapping("/freshness")
    String show(@RequestParam(name = "nights", defaultValue = "") String asked, Model model) {
        Instant now = clock.instant();
        List<CitationClock> citations = freshness.citations();
        boolean drawn = !asked.isEmpty() || citations.size() <= DRAWN_UNASKED;
        List<Night> past = drawn ? past(now) : List.of();
        model.addAttribute(
                "page",
                FreshnessPage.of(citations, freshness.backlog(), past, limits, objectives.states(citations, now), now));
        model.addAttribute("drawn", drawn);
        return "night/freshness";
    }

    private List<Night> past(Instant now) {
        return nights.newest(now)
                .map(last -> nights.upTo(last, NIGHTS, now, limits.limit()))
                .orElse(List.of());
    }
}
