package org.evidencewatch.web;

import java.util.List;
import org.evidencewatch.review.Token;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a token: it acts in the name of the token's owner. */
final class Bearer extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Token token;

    Bearer(Token token) {
        super(List.of());
        this.token = token;
        setAuthenticated(true);
    }

    Token token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return token.owner();
    }
}
