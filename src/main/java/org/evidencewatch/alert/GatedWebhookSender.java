package org.evidencewatch.alert;

import java.net.URI;
import java.util.Map;
import org.evidencewatch.fetch.Deliveries;
import org.evidencewatch.fetch.DeliveryResult;

/** Posts through the outbound gate of {@code fetch}. */
record GatedWebhookSender(Deliveries deliveries) implements WebhookSender {

    @Override
    public SendResult post(URI url, Map<String, String> headers, byte[] body) {
        return switch (deliveries.post(url, headers, body)) {
            case DeliveryResult.Answered answered -> meaning(answered);
            case DeliveryResult.NotDelivered not -> new SendResult.NotSent(not.why());
        };
    }

    /** What a status means to a sender of webhooks (Standard Webhooks 1.0, "Operational considerations"). */
    private static SendResult meaning(DeliveryResult.Answered answered) {
        int status = answered.status();
        var why = "answered " + status;
        if (answered.taken()) {
            return new SendResult.Sent();
        }
        return switch (status) {
            case 410 -> new SendResult.Gone(why);
            case 429, 503 -> new SendResult.Busy(why, answered.retryAfter());
            default -> status >= 500 ? new SendResult.NotSent(why) : new SendResult.Refused(why);
        };
    }
}
