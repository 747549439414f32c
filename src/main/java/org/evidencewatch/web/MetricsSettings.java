package org.evidencewatch.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the metrics beside those who have a token of an account ({@code EVIDENCE_METRICS_TOKEN}).
 *
 * @param token counts without the database, so that its failure can be seen; empty where there is none
 */
@ConfigurationProperties("evidence.metrics")
record MetricsSettings(@DefaultValue Optional<String> token) {

    private static final int SHORTEST = 20;

    MetricsSettings {
        token = token.map(String::strip).filter(text -> !text.isEmpty());
        if (token.filter(text -> text.length() < SHORTEST).isPresent()) {
            throw new IllegalArgumentException(
                    "EVIDENCE_METRICS_TOKEN: a token needs %d characters, e.g. of openssl rand -hex 24"
                            .formatted(SHORTEST));
        }
    }

    /** Whether that is the token; how long the answer takes tells nothing of it. */
    boolean opens(String shown) {
        return token.filter(own -> MessageDigest.isEqual(bytes(own), bytes(shown)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "MetricsSettings[" + (token.isPresent() ? "a token" : "no token") + "]";
    }
}
