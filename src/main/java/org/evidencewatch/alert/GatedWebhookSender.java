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
            case DeliveryResult.Answered answered ->
                answered.taken() ? new SendResult.Sent() : new SendResult.NotSent("answered " + answered.status());
            case DeliveryResult.NotDelivered not -> new SendResult.NotSent(not.why());
        };
    }
}
