package org.evidencewatch.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who may read the metrics: a program with the token of a reader, as {@link Routes} says, or with the one of the settings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsAccess {

    private static final String BEARER = "Bearer ";

    @Bean
    @Order(0)
    SecurityFilterChain scrapers(HttpSecurity http, Accounts accounts, Tokens tokens, MetricsSettings settings)
            throws Exception {
        var rules = new RouteRules(accounts);
        return http.securityMatcher("/metrics")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new KnownScraper(settings, new BearerTokens(tokens, request -> true)),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().access((who, context) -> granted(rules, who, context)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> ProgramAccess.unknown(request, response))
                        .accessDeniedHandler((request, response, denied) -> ProgramAccess.tell(
                                request, response, HttpStatus.FORBIDDEN, "This token may not read the metrics.")))
                .headers(Headers::strict)
                .build();
    }

    private static AuthorizationDecision granted(
            RouteRules rules, Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return who.get() instanceof Scraper
                ? new AuthorizationDecision(context.getRequest().getMethod().equals("GET"))
                : rules.authorize(who, context);
    }

    /** Knows the token of the settings; asks for all others. */
    private static final class KnownScraper extends OncePerRequestFilter {

        private final MetricsSettings settings;
        private final BearerTokens others;

        KnownScraper(MetricsSettings settings, BearerTokens others) {
            this.settings = settings;
            this.others = others;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
                throws ServletException, IOException {
            boolean known = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                    .filter(header ->
                            settings.opens(header.substring(BEARER.length()).strip()))
                    .isPresent();
            if (!known) {
                others.doFilter(request, response, next);
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new Scraper());
            SecurityContextHolder.setContext(context);
            next.doFilter(request, response);
        }
    }

    /** Whoever shows the token of the settings. It is no account, and opens nothing else. */
    private static final class Scraper extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1;

        Scraper() {
            super(List.of());
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return "metrics";
        }
    }
}
