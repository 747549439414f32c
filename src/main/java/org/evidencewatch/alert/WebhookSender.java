package org.evidencewatch.alert;

import java.net.URI;
import java.util.Map;

/** One HTTP POST through the outbound gate. */
interface WebhookSender {

    /** Posts once, within half a minute, and follows no redirect; sent means that the answer's status was 2xx. */
    SendResult post(URI url, Map<String, String> headers, byte[] body);
}
