package org.evidencewatch.web.people;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.review.AccountReply;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.web.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who can log in, for those who decide that. A generated password is on the page that answers, and nowhere else. */
@Controller
class AccountPages {

    private final Accounts accounts;

    AccountPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/accounts")
    String list(Model model) {
        model.addAttribute("accounts", accounts.list());
        model.addAttribute("roles", Role.values());
        return "people/accounts";
    }

    @PostMapping("/accounts")
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            Principal admin,
            Model model,
            HttpServletResponse response) {
        return with(role, as -> accounts.add(name.strip(), as, admin.getName()), model, response);
    }

    @PostMapping("/accounts/{name}/role")
    String entitle(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String role,
            Principal admin,
            Model model,
            HttpServletResponse response) {
        return with(role, as -> accounts.entitle(name, as, admin.getName()), model, response);
    }

    @PostMapping("/accounts/{name}/disable")
    String disable(@PathVariable String name, Principal admin, Model model, HttpServletResponse response) {
        return told(accounts.disable(name, admin.getName()), model, response);
    }

    @PostMapping("/accounts/{name}/enable")
    String enable(@PathVariable String name, Principal admin, Model model, HttpServletResponse response) {
        return told(accounts.enable(name, admin.getName()), model, response);
    }

    @PostMapping("/accounts/{name}/password")
    String renew(@PathVariable String name, Principal admin, Model model, HttpServletResponse response) {
        return told(accounts.renewPassword(name, admin.getName()), model, response);
    }

    private String with(String role, Function<Role, AccountReply> change, Model model, HttpServletResponse response) {
        Optional<Role> known = Role.of(role);
        return told(
                known.map(change).orElseGet(() -> new AccountReply.Refused("choose one of the roles")),
                model,
                response);
    }

    private String told(AccountReply reply, Model model, HttpServletResponse response) {
        tell(Told.of(reply), model, response);
        if (reply instanceof AccountReply.Done done) {
            done.password().ifPresent(password -> model.addAttribute("password", password));
        }
        return list(model);
    }

    private static void tell(Notice notice, Model model, HttpServletResponse response) {
        model.addAttribute("notice", notice);
        response.setStatus(notice.status().value());
    }
}
