package org.evidencewatch.alert;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where digests are posted as JSON; nowhere without a URL. */
@ConfigurationProperties("evidence.webhook")
record WebhookSettings(@DefaultValue Optional<URI> url) {

    WebhookSettings {
        url = url.filter(address -> !address.toString().isBlank());
    }
}
