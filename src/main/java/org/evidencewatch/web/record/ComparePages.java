package org.evidencewatch.web.record;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two captures beside each other. */
@Controller
class ComparePages {

    private final ComparedPages pages;

    ComparePages(ComparedPages pages) {
        this.pages = pages;
    }

    /** Where the form of a timeline leads, whose fields are no part of a path. */
    @GetMapping("/compare")
    String chosen(@RequestParam long before, @RequestParam long after) {
        return "redirect:/compare/%d/%d".formatted(before, after);
    }

    @GetMapping("/compare/{before}/{after}")
    String compare(
            @PathVariable long before,
            @PathVariable long after,
            @RequestParam(defaultValue = "1") int view,
            Model model) {
        model.addAttribute("page", pages.of(before, after, view).orElseThrow(Missing::page));
        return "record/compare";
    }
}
