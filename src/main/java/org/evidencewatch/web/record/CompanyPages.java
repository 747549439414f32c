package org.evidencewatch.web.record;

import java.time.Clock;
import java.util.List;
import org.evidencewatch.alert.CompanyFreshness;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.review.CompanyIndex;
import org.evidencewatch.review.CompanyIndex.Listed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The companies on record, and one of them. */
@Controller
class CompanyPages {

    private static final int SIZE = 50;

    private final CompanyIndex index;
    private final CompanyDesk desk;
    private final Freshness freshness;
    private final Clock clock;

    CompanyPages(CompanyIndex index, CompanyDesk desk, Freshness freshness, Clock clock) {
        this.index = index;
        this.desk = desk;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** From A to Z, those behind a slug. */
    @GetMapping("/companies")
    String companies(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
        List<Listed> listed = index.behind(after, q, SIZE + 1);
        var clocks = CompanyFreshness.of(
                freshness.citations(listed.stream().map(Listed::slug).toList()));
        model.addAttribute("page", CompaniesPage.of(listed, SIZE, clocks, q.strip(), after.isEmpty(), clock.instant()));
        return "record/companies";
    }

    @GetMapping("/companies/{slug}")
    String company(@PathVariable String slug, Model model) {
        model.addAttribute("page", desk.company(slug, clock.instant()).orElseThrow(Missing::page));
        return "record/company";
    }
}
