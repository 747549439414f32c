package org.evidencewatch.web.people;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.evidencewatch.review.Tokens.Issue;
import org.evidencewatch.web.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password and tokens. A new token is on the page that answers, and nowhere else. */
@Controller
class MyPages {

    private final Accounts accounts;
    private final Tokens tokens;

    MyPages(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @GetMapping("/me")
    String me(Principal reader, Model model) {
        Optional<Role> own = accounts.role(reader.getName());
        model.addAttribute("tokens", tokens.of(reader.getName()));
        model.addAttribute(
                "roles",
                Stream.of(Role.values())
                        .filter(role -> own.filter(mine -> mine.covers(role)).isPresent())
                        .toList());
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        return "people/me";
    }

    @PostMapping("/me/password")
    String password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String fresh,
            Principal reader,
            Model model,
            HttpServletResponse response) {
        return told(Told.of(accounts.changePassword(reader.getName(), current, fresh)), reader, model, response);
    }

    @PostMapping("/me/tokens")
    String issue(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String role,
            Principal reader,
            Model model,
            HttpServletResponse response) {
        Issue issue = Role.of(role)
                .map(as -> tokens.issue(reader.getName(), label, as))
                .orElseGet(() -> new Issue.Refused("choose what it may do"));
        return switch (issue) {
            case Issue.Issued issued -> {
                model.addAttribute("secret", issued.secret());
                yield told(Notice.good("Done", "The token is made."), reader, model, response);
            }
            case Issue.Refused refused -> told(Notice.incomplete(refused.because()), reader, model, response);
        };
    }

    @PostMapping("/me/tokens/{token}/revoke")
    String revoke(@PathVariable long token, Principal reader, Model model, HttpServletResponse response) {
        return told(
                tokens.revoke(token, reader.getName())
                        ? Notice.good("Done", "The token counts no more.")
                        : Notice.incomplete("you have no such token that still counts"),
                reader,
                model,
                response);
    }

    private String told(Notice notice, Principal reader, Model model, HttpServletResponse response) {
        model.addAttribute("notice", notice);
        response.setStatus(notice.status().value());
        return me(reader, model);
    }
}
