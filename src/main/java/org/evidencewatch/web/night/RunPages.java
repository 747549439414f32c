package org.evidencewatch.web.night;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.evidencewatch.job.RunAccount;
import org.evidencewatch.job.RunLedger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of runs, and one run. */
@Controller
class RunPages {

    private static final int SIZE = 20;
    private static final int UNREAD = 200;

    private final RunLedger runs;
    private final Clock clock;

    RunPages(RunLedger runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Runs before that one, or the newest; one more is read than is shown, to know whether there are older ones. */
    @GetMapping("/runs")
    String list(@RequestParam(defaultValue = "") String before, Model model) {
        model.addAttribute(
                "page", RunsPage.of(runs.page(Keys.read(before), SIZE + 1), runs.current(), SIZE, clock.instant()));
        model.addAttribute("newest", before.isEmpty());
        return "night/runs";
    }

    @GetMapping("/runs/{id}")
    String one(@PathVariable String id, Model model, HttpServletResponse response) {
        Optional<RunAccount> run = Keys.read(id).flatMap(runs::find);
        if (run.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            return "error";
        }
        long key = run.get().run().id();
        model.addAttribute(
                "page",
                RunPage.of(
                        run.get(),
                        runs.current(),
                        runs.cost(key),
                        runs.unread(key, UNREAD),
                        runs.queued(key),
                        clock.instant()));
        return "night/run";
    }
}
