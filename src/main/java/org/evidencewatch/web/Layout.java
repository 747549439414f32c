package org.evidencewatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who reads it, what they may do, and where they can go. */
@ControllerAdvice(annotations = Controller.class)
class Layout {

    private record Destination(String path, String name) {}

    private static final List<Destination> DESTINATIONS = List.of(
            new Destination("/queue", "Inbox"),
            new Destination("/companies", "Companies"),
            new Destination("/runs", "Runs"),
            new Destination("/jobs", "Jobs"),
            new Destination("/freshness", "Freshness"),
            new Destination("/hosts", "Hosts"),
            new Destination("/alerts", "Alerts"),
            new Destination("/decisions", "Decisions"),
            new Destination("/publish", "Publish"),
            new Destination("/accounts", "Accounts"));

    /** No pages: they answer without the database. */
    private static final Set<String> PROBES = Set.of("/livez", "/readyz", "/metrics");

    private final Accounts accounts;

    Layout(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * A place to go.
     *
     * @param here whether the reader is there
     */
    record Way(String path, String name, boolean here) {}

    /**
     * Who reads the page.
     *
     * @param decides whether forms that decide are shown
     */
    record Reader(String name, String role, boolean decides, boolean publishes, boolean administers, List<Way> ways) {}

    @ModelAttribute
    void reader(HttpServletRequest request, Model model) {
        if (PROBES.contains(RouteRules.path(request))) {
            return;
        }
        Optional.ofNullable(request.getRemoteUser())
                .flatMap(name -> accounts.role(name).map(role -> reader(name, role, RouteRules.path(request))))
                .ifPresent(reader -> model.addAttribute("reader", reader));
    }

    private static Reader reader(String name, Role role, String path) {
        return new Reader(
                name,
                role.word(),
                role.covers(Role.REVIEWER),
                role.covers(Role.PUBLISHER),
                role.covers(Role.ADMIN),
                DESTINATIONS.stream()
                        .filter(to -> Routes.rule("GET", to.path())
                                .flatMap(Routes.Rule::least)
                                .filter(role::covers)
                                .isPresent())
                        .map(to -> new Way(to.path(), to.name(), path.startsWith(to.path())))
                        .toList());
    }
}
