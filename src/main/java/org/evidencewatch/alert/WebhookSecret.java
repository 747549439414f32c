package org.evidencewatch.alert;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that webhooks are signed with, as the Standard Webhooks specification has it: {@code whsec_} and Base64. */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /**
     * Reads secrets that stand one after another, with spaces, commas or ends of lines between them.
     *
     * @throws IllegalArgumentException where one is none; the message does not repeat it
     */
    static List<WebhookSecret> read(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .map(WebhookSecret::parse)
                .toList();
    }

    private static WebhookSecret parse(String word) {
        var key = word.startsWith(PREFIX) ? decoded(word.substring(PREFIX.length())) : new byte[0];
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a secret of the webhook is not %s and the Base64 of %d to %d bytes"
                    .formatted(PREFIX, SHORTEST, LONGEST));
        }
        return new WebhookSecret(key);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The value of {@code webhook-signature}: one signature for each secret, so that a receiver may have the old or the new one. */
    static String signatures(List<WebhookSecret> secrets, String id, long timestamp, byte[] body) {
        return String.join(
                " ",
                secrets.stream().map(secret -> secret.sign(id, timestamp, body)).toList());
    }

    private String sign(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
