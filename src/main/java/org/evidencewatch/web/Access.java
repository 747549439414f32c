package org.evidencewatch.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Tokens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Who gets in by the browser: people who have logged in, as far as {@link Routes} allows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Access {

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, Accounts accounts, Tokens tokens) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(new RouteRules(accounts)))
                .addFilterBefore(new BearerTokens(tokens, Access::feed), AnonymousAuthenticationFilter.class)
                .formLogin(login ->
                        login.loginPage("/login").defaultSuccessUrl("/queue").failureHandler(Access::loginFailed))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(new Denial(accounts)))
                .headers(Headers::strict)
                .build();
    }

    /** What readers of feeds ask for, which know tokens and no forms. It changes nothing, so that no form can be forged. */
    private static boolean feed(HttpServletRequest request) {
        return request.getMethod().equals("GET") && RouteRules.path(request).equals("/alerts.atom");
    }

    /** Around all that may need the database, and within what measures answers. */
    @Bean
    FilterRegistrationBean<OutageFilter> outage() {
        var filter = new FilterRegistrationBean<>(new OutageFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    AuthenticationProvider passwordLogin(Accounts accounts, Clock clock) {
        UserDetailsService known = name -> accounts.passwordHash(name)
                .map(hash -> person(name, hash))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
        var passwords = new DaoAuthenticationProvider(known);
        passwords.setPasswordEncoder(accounts.encoder());
        return new ThrottledLogin(passwords, clock);
    }

    /** What they may do is looked up at each request, and not kept in the session. */
    private static UserDetails person(String name, String hash) {
        return User.withUsername(name).password(hash).authorities("PERSON").build();
    }

    private static void loginFailed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (Outage.is(failure)) {
            throw new ServletException(failure);
        }
        response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/login?wait" : "/login?wrong"));
    }
}
