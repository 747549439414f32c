package org.evidencewatch.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where alerts are posted; nowhere without a URL.
 *
 * @param secret what they are signed with; several while one takes the place of another. Unsigned without
 * @param secretFile a file that holds them instead
 * @param template the body for a chat tool, e.g. <code>{"text": "{{text}}"}</code>; without it the body is JSON for programs
 */
@ConfigurationProperties("evidence.webhook")
record WebhookSettings(
        @DefaultValue Optional<URI> url,
        @DefaultValue Optional<String> secret,
        @DefaultValue Optional<Path> secretFile,
        @DefaultValue Optional<String> template) {

    WebhookSettings {
        url = url.filter(address -> !address.toString().isBlank());
        secret = secret.filter(text -> !text.isBlank());
        secretFile = secretFile.filter(file -> !file.toString().isBlank());
        template = template.filter(text -> !text.isBlank());
        if (secret.isPresent() && secretFile.isPresent()) {
            throw new IllegalArgumentException("evidence.webhook.secret and .secret-file are both set");
        }
        secret.ifPresent(WebhookSecret::read);
    }

    /** The secrets as they are now: the file is read each time, so that one can be replaced while the program runs. */
    List<WebhookSecret> secrets() {
        return secret.or(() -> secretFile.map(WebhookSettings::text))
                .map(WebhookSecret::read)
                .orElse(List.of());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the webhook's secrets cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSettings[" + (url.isPresent() ? "set" : "none") + "]";
    }
}
