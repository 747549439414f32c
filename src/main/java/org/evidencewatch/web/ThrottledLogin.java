package org.evidencewatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;

/** Checks passwords as another provider does, but only as often as the throttle allows. */
final class ThrottledLogin implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginThrottle throttle;

    ThrottledLogin(AuthenticationProvider passwords, LoginThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        throttle.attempt(attempt.getName()).ifPresent(wait -> {
            throw new LockedException("closed for " + wait);
        });
        Authentication known = passwords.authenticate(attempt);
        if (known != null) {
            throttle.succeeded(attempt.getName());
        }
        return known;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
