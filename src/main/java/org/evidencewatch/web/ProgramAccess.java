package org.evidencewatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Tokens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in as a program: whoever shows a token, as far as {@link Routes} allows. No cookie counts, so no form is forged. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ProgramAccess {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Accounts accounts, Tokens tokens) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerTokens(tokens, request -> true), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new RouteRules(accounts)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> unknown(request, response))
                        .accessDeniedHandler((request, response, denied) -> tell(
                                request,
                                response,
                                Routes.rule(request.getMethod(), RouteRules.path(request))
                                                .isEmpty()
                                        ? HttpStatus.NOT_FOUND
                                        : HttpStatus.FORBIDDEN,
                                "This token may not do that, or there is no such resource.")))
                .headers(Headers::strict)
                .build();
    }

    static void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        tell(request, response, HttpStatus.UNAUTHORIZED, "Send a valid token: Authorization: Bearer ewt_...");
    }

    /** As RFC 9457 has it. */
    static void tell(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JSON.writeValue(response.getOutputStream(), problem);
    }
}
