package org.evidencewatch.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Decodes addresses that Cloudflare hides: hex whose first octet is the key, XOR-ed onto the rest. The key is new in every
 * response, so that text left encoded would differ every night. What does not decode to an address is left as it stands.
 *
 * <p>Link targets are not read at all; a link whose text is not the placeholder keeps its words.
 */
final class EmailProtection {

    private static final String PATH = "/cdn-cgi/l/email-protection#";
    private static final String PLACEHOLDER = "[email protected]";
    private static final int LONGEST = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("([^\\s?\\p{Cntrl}]+@[^\\s?\\p{Cntrl}]+)(?:\\?.*)?");

    private EmailProtection() {}

    /** The address that the element stands for; empty where it hides none. */
    static Optional<String> address(Element element) {
        String hex = element.attr("data-cfemail");
        if (hex.isEmpty() && element.nameIs("a")) {
            hex = ofLink(element);
        }
        return hex.length() >= 4 && hex.length() <= LONGEST && hex.length() % 2 == 0 ? decode(hex) : Optional.empty();
    }

    private static String ofLink(Element link) {
        String href = link.attr("href");
        int at = href.indexOf(PATH);
        boolean hidden = at >= 0
                && link.childrenSize() == 0
                && TextNormaliser.normalise(link.ownText()).equals(PLACEHOLDER);
        return hidden ? href.substring(at + PATH.length()) : "";
    }

    private static Optional<String> decode(String hex) {
        try {
            byte[] octets = HexFormat.of().parseHex(hex);
            for (int i = 1; i < octets.length; i++) {
                octets[i] ^= octets[0];
            }
            var plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 1, octets.length - 1));
            var address = ADDRESS.matcher(plain);
            return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException notHidden) {
            return Optional.empty();
        }
    }
}
