package org.evidencewatch.alert;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that digests go through. Without a host no mail is sent.
 *
 * @param port 465 means TLS from the first byte; elsewhere STARTTLS is used, and required where there is a user
 * @param to one or more addresses, separated by commas
 */
@ConfigurationProperties("evidence.mail")
record MailSettings(
        @DefaultValue Optional<String> host,
        @DefaultValue("587") int port,
        @DefaultValue Optional<String> user,
        @DefaultValue Optional<String> password,
        @DefaultValue Optional<String> from,
        @DefaultValue Optional<String> to) {

    static final int IMPLICIT_TLS = 465;

    MailSettings {
        host = host.filter(text -> !text.isBlank());
        user = user.filter(text -> !text.isBlank());
        if (host.isPresent() && (from.isEmpty() || to.isEmpty())) {
            throw new IllegalArgumentException(
                    "evidence.mail.host is set, but evidence.mail.from and .to are not both");
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + host.orElse("none") + ":" + port + "]";
    }
}
