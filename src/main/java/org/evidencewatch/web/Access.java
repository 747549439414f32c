package org.evidencewatch.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.evidencewatch.review.Reviewers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may see the pages: reviewers who have logged in. Everything is denied that is not named here. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Access {

    /** No scripts, no foreign content, no framing: the pages need none of it. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain reviewersOnly(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/evidence.css")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/queue")
                        .failureHandler(Access::loginFailed)
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(Access::denied))
                .headers(Access::strict)
                .build();
    }

    @Bean
    AuthenticationProvider reviewerLogin(Reviewers reviewers, Clock clock) {
        UserDetailsService accounts = name -> reviewers
                .passwordHash(name)
                .map(hash -> reviewer(name, hash))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
        var passwords = new DaoAuthenticationProvider(accounts);
        passwords.setPasswordEncoder(reviewers.encoder());
        return new ThrottledLogin(passwords, new LoginThrottle(clock));
    }

    private static UserDetails reviewer(String name, String hash) {
        return User.withUsername(name).password(hash).authorities("REVIEWER").build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    private static void loginFailed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/login?wait" : "/login?wrong"));
    }

    /** A form that outlived its session is the common case, and the way out of it is to log in. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && !loggedIn()) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Asked of the context: the request does not know its user yet where tokens are checked. */
    private static boolean loggedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
