package org.evidencewatch.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evidencewatch.review.Tokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a program by the token in its {@code Authorization} header (RFC 6750, section 2.1), and by nothing else. */
final class BearerTokens extends OncePerRequestFilter {

    private static final Pattern HEADER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,200}=*) *", Pattern.CASE_INSENSITIVE);

    private final Tokens tokens;
    private final RequestMatcher where;

    /** @param where the requests in which a token counts; elsewhere it is not looked at */
    BearerTokens(Tokens tokens, RequestMatcher where) {
        this.tokens = tokens;
        this.where = where;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !where.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .flatMap(header -> tokens.find(header.group(1)))
                .ifPresent(token -> {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(new Bearer(token));
                    SecurityContextHolder.setContext(context);
                });
        next.doFilter(request, response);
    }
}
