package org.evidencewatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Grants a request when the table of routes does. What an account may do is looked up each time: a role that was taken away is
 * gone with the next request, whatever sessions are open.
 */
final class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final Accounts accounts;

    RouteRules(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Routes.Rule> rule = Routes.rule(request.getMethod(), path(request));
        boolean granted = rule.isPresent()
                && (rule.get().least().isEmpty()
                        || role(who.get())
                                .filter(role -> role.covers(rule.get().least().get()))
                                .isPresent());
        return new AuthorizationDecision(granted);
    }

    /** The path below the program's own, still encoded, as the mappings of pages see it. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private Optional<Role> role(@Nullable Authentication who) {
        if (who == null || !who.isAuthenticated()) {
            return Optional.empty();
        }
        Optional<Role> own = accounts.role(who.getName());
        return who instanceof Bearer bearer ? own.map(bearer.token().role()::atMost) : own;
    }
}
