package org.evidencewatch.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Decodes addresses that Cloudflare hides: hex whose first octet is the key, XOR-ed onto the rest. The key is new in every
 * response, so that text or links left encoded would differ every night.
 */
final class EmailProtection {

    private static final String PATH = "/cdn-cgi/l/email-protection#";

    private EmailProtection() {}

    /** The address that the element stands for; empty where it hides none. */
    static Optional<String> address(Element element) {
        String hex = element.attr("data-cfemail");
        if (hex.isEmpty() && element.nameIs("a")) {
            String href = element.attr("href");
            int at = href.indexOf(PATH);
            hex = at >= 0 && element.childrenSize() == 0 ? href.substring(at + PATH.length()) : "";
        }
        return hex.length() >= 4 && hex.length() % 2 == 0 ? decode(hex) : Optional.empty();
    }

    private static Optional<String> decode(String hex) {
        var octets = new byte[hex.length() / 2];
        for (int i = 0; i < octets.length; i++) {
            int high = Character.digit(hex.charAt(2 * i), 16);
            int low = Character.digit(hex.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            octets[i] = (byte) (high << 4 | low);
        }
        for (int i = 1; i < octets.length; i++) {
            octets[i] ^= octets[0];
        }
        return Optional.of(new String(octets, 1, octets.length - 1, StandardCharsets.UTF_8));
    }
}
