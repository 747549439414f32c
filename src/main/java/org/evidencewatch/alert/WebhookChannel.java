package org.evidencewatch.alert;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Posts letters as the Standard Webhooks specification has it: {@code webhook-id} is the same at every attempt, {@code
 * webhook-timestamp} that of the attempt, and {@code webhook-signature} is made of both and the body.
 */
@Component
final class WebhookChannel implements Channel {

    static final String NAME = "webhook";

    private final WebhookSettings settings;
    private final WebhookSender sender;
    private final Clock clock;

    WebhookChannel(WebhookSettings settings, WebhookSender sender, Clock clock) {
        this.settings = settings;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address() {
        return settings.url().map(URI::toString);
    }

    @Override
    public SendResult send(Letter letter) {
        if (settings.url().isEmpty()) {
            return new SendResult.NotSent("no webhook is set");
        }
        var headers = new HashMap<String, String>();
        long now = clock.instant().getEpochSecond();
        headers.put("content-type", "application/json");
        headers.put("webhook-id", letter.id().toString());
        headers.put("webhook-timestamp", Long.toString(now));
        try {
            var secrets = settings.secrets();
            if (!secrets.isEmpty()) {
                headers.put(
                        "webhook-signature",
                        WebhookSecret.signatures(secrets, letter.id().toString(), now, letter.body()));
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return new SendResult.NotSent(String.valueOf(e.getMessage()));
        }
        return sender.post(settings.url().get(), headers, letter.body());
    }
}
