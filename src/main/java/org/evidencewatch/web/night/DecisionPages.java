package org.evidencewatch.web.night;

import java.util.Arrays;
import java.util.Optional;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.DecisionLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of decisions. */
@Controller
class DecisionPages {

    private static final int SIZE = 30;

    private final DecisionLog log;

    DecisionPages(DecisionLog log) {
        this.log = log;
    }

    /** Decisions before that one, or the newest; an empty or unknown word filters nothing. */
    @GetMapping("/decisions")
    String list(
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String reviewer,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String answer,
            Model model) {
        var filter = new DecisionLog.Filter(word(reviewer), word(company), known(answer));
        model.addAttribute(
                "page", DecisionsPage.of(log.page(filter, Keys.read(before), SIZE + 1), filter, log.reviewers(), SIZE));
        model.addAttribute("newest", before.isEmpty());
        return "night/decisions";
    }

    private static Optional<String> word(String typed) {
        return Optional.of(typed.strip()).filter(word -> !word.isEmpty() && word.indexOf('\0') < 0);
    }

    private static Optional<Answer> known(String word) {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.word().equals(word))
                .findFirst();
    }
}
