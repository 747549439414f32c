package org.evidencewatch.web;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks passwords as another provider does, but only as often as the throttles of the account and of the address allow. */
final class ThrottledLogin implements AuthenticationProvider {

    /** Many people may share one address. */
    private static final int FREE_AN_ADDRESS = 30;

    private final AuthenticationProvider passwords;
    private final LoginThrottle accounts;
    private final LoginThrottle addresses;

    ThrottledLogin(AuthenticationProvider passwords, Clock clock) {
        this.passwords = passwords;
        this.accounts = new LoginThrottle(clock, LoginThrottle.FREE);
        this.addresses = new LoginThrottle(clock, FREE_AN_ADDRESS);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        Optional<String> address = Optional.ofNullable(attempt.getDetails())
                .filter(WebAuthenticationDetails.class::isInstance)
                .map(details -> ((WebAuthenticationDetails) details).getRemoteAddress());
        address.flatMap(addresses::attempt)
                .or(() -> accounts.attempt(attempt.getName()))
                .ifPresent(wait -> {
                    throw new LockedException("closed for " + wait);
                });
        Authentication known = passwords.authenticate(attempt);
        if (known != null) {
            accounts.succeeded(attempt.getName());
            address.ifPresent(addresses::succeeded);
        }
        return known;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
