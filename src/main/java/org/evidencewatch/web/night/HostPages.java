package org.evidencewatch.web.night;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.review.HostLanes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The hosts with pages that cannot be read, and one host with its pages. */
@Controller
class HostPages {

    private final Freshness freshness;
    private final HostLanes lanes;
    private final Clock clock;

    HostPages(Freshness freshness, HostLanes lanes, Clock clock) {
        this.freshness = freshness;
        this.lanes = lanes;
        this.clock = clock;
    }

    @GetMapping("/hosts")
    String list(Model model) {
        model.addAttribute("page", HostsPage.of(Unreadable.of(freshness.failing()), lanes.shared(), clock.instant()));
        return "night/hosts";
    }

    @GetMapping("/hosts/{host}")
    String one(@PathVariable String host, Model model, HttpServletResponse response) {
        Optional<HostPage> page = HostPage.of(host, freshness.onHost(host), lanes.of(host));
        if (page.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            return "error";
        }
        model.addAttribute("page", page.get());
        return "night/host";
    }
}
