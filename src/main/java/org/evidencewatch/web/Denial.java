package org.evidencewatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.evidencewatch.review.Accounts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What people see who may not: the login, where that is the way out; else that there is no such page, or that they may not. */
final class Denial implements AccessDeniedHandler {

    private final Accounts accounts;

    Denial(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        // Asked of the context: the request does not know its user yet where tokens of forms are checked.
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean out = who == null || accounts.role(who.getName()).isEmpty();
        if (out && (who != null || denied instanceof CsrfException)) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else if (Routes.rule(request.getMethod(), RouteRules.path(request)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
