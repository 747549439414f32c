package org.evidencewatch.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts digests as JSON: {@code {type, timestamp, data}} with the headers {@code webhook-id} and {@code
 * webhook-timestamp} of the Standard Webhooks specification, unsigned.
 */
@Component
final class WebhookChannel implements Channel {

    /** The body of the request. */
    record Message(String type, String timestamp, Digest data) {}

    private final WebhookSettings settings;
    private final WebhookSender sender;
    private final JsonMapper json;
    private final Clock clock;

    WebhookChannel(WebhookSettings settings, WebhookSender sender, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.sender = sender;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean configured() {
        return settings.url().isPresent();
    }

    @Override
    public SendResult send(UUID id, Digest digest) {
        if (settings.url().isEmpty()) {
            return new SendResult.NotSent("no webhook is set");
        }
        var message = new Message("evidence.alerts", digest.at().toString(), digest);
        var headers = Map.of(
                "content-type", "application/json",
                "webhook-id", id.toString(),
                "webhook-timestamp", Long.toString(clock.instant().getEpochSecond()));
        return sender.post(
                settings.url().get(), headers, json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
    }
}
