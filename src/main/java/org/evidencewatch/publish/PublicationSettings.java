package org.evidencewatch.publish;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an export says of itself.
 *
 * @param publisher who publishes the index
 * @param baseUrl where the site will stand; needed for addresses in citations and for the feed's own
 * @param licence the name of the licence of the data
 * @param licenceUrl where that is to be read; empty where nowhere
 */
@ConfigurationProperties("evidence.publication")
record PublicationSettings(
        @DefaultValue("Evidence Watch index") String title,
        @DefaultValue Optional<String> publisher,
        @DefaultValue Optional<String> baseUrl,
        @DefaultValue("CC BY-SA 4.0") String licence,

        @DefaultValue("https://creativecommons.org/licenses/by-sa/4.0/")
        String licenceUrl) {

    private static final int LONGEST = 200;

    PublicationSettings {
        publisher = publisher.filter(text -> !text.isBlank());
        baseUrl = baseUrl.filter(text -> !text.isBlank());
        requireWords("title", title);
        requireWords("licence", licence);
        publisher.ifPresent(text -> requireWords("publisher", text));
        baseUrl.ifPresent(text -> requireAddress("base-url", text));
        if (!licenceUrl.isBlank()) {
            requireAddress("licence-url", licenceUrl);
        }
        baseUrl = baseUrl.map(text -> text.endsWith("/") ? text : text + "/");
    }

    /** Where the licence is to be read; public for the templates. */
    public Optional<String> licenceLink() {
        return Optional.of(licenceUrl).filter(text -> !text.isBlank());
    }

    /** The address under which a file will stand, where that is known. */
    Optional<String> address(String path) {
        return baseUrl.map(base -> base + path);
    }

    private static void requireWords(String key, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(key, text, "it needs 1 to %d characters, and no control characters".formatted(LONGEST));
        }
    }

    private static void requireAddress(String key, String text) {
        try {
            var uri = new URI(text);
            boolean page = uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!page) {
                throw wrong(key, text, "it is no plain http or https address");
            }
        } catch (java.net.URISyntaxException e) {
            throw wrong(key, text, "it is no address");
        }
    }

    private static IllegalArgumentException wrong(String key, String value, String why) {
        String variable = "EVIDENCE_PUBLICATION_" + key.toUpperCase(Locale.ROOT).replace("-", "_");
        return new IllegalArgumentException("%s cannot be '%s': %s".formatted(variable, value, why));
    }
}
