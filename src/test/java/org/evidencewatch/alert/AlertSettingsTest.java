package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every setting of the room, its default, and its name in the environment. */
class AlertSettingsTest {

    @Test
    void nothingIsDeliveredAnywhereByDefault() {
        var nothing = environment(Map.of());

        assertThat(nothing.bindOrCreate("evidence.mail", MailSettings.class))
                .isEqualTo(new MailSettings(
                        Optional.empty(), 587, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(nothing.bindOrCreate("evidence.webhook", WebhookSettings.class)
                        .url())
                .isEmpty();
        assertThat(nothing.bindOrCreate("evidence.delivery", DeliverySettings.class)
                        .allowedAddresses())
                .isEmpty();
        assertThat(nothing.bindOrCreate("evidence.staleness", Limits.class))
                .isEqualTo(new Limits(Duration.ofDays(14), Duration.ofDays(3)));
    }

    @Test
    void environmentNamesEverySetting() {
        var set = environment(Map.ofEntries(
                Map.entry("EVIDENCE_MAIL_HOST", "mail.example.org"),
                Map.entry("EVIDENCE_MAIL_PORT", "465"),
                Map.entry("EVIDENCE_MAIL_USER", "watch"),
                Map.entry("EVIDENCE_MAIL_PASSWORD", "secret"),
                Map.entry("EVIDENCE_MAIL_FROM", "watch@example.org"),
                Map.entry("EVIDENCE_MAIL_TO", "a@example.org,b@example.org"),
                Map.entry("EVIDENCE_WEBHOOK_URL", "https://hooks.example.org/7"),
                Map.entry("EVIDENCE_DELIVERY_ALLOWED_ADDRESSES", "127.0.0.0/8, ::1"),
                Map.entry("EVIDENCE_STALENESS_LIMIT", "P30D"),
                Map.entry("EVIDENCE_STALENESS_CANNOT_READ", "PT24H")));

        assertThat(set.bindOrCreate("evidence.mail", MailSettings.class))
                .isEqualTo(new MailSettings(
                        Optional.of("mail.example.org"),
                        465,
                        Optional.of("watch"),
                        Optional.of("secret"),
                        Optional.of("watch@example.org"),
                        Optional.of("a@example.org,b@example.org")));
        assertThat(set.bindOrCreate("evidence.webhook", WebhookSettings.class).url())
                .contains(URI.create("https://hooks.example.org/7"));
        assertThat(set.bindOrCreate("evidence.delivery", DeliverySettings.class).allowedAddresses())
                .isEqualTo(List.of("127.0.0.0/8", "::1"));
        assertThat(set.bindOrCreate("evidence.staleness", Limits.class))
                .isEqualTo(new Limits(Duration.ofDays(30), Duration.ofDays(1)));
    }

    @Test
    void emptyVariableIsAsGoodAsNone() {
        var empty = environment(Map.of("EVIDENCE_MAIL_HOST", "", "EVIDENCE_WEBHOOK_URL", ""));

        assertThat(empty.bindOrCreate("evidence.mail", MailSettings.class).host())
                .isEmpty();
        assertThat(empty.bindOrCreate("evidence.webhook", WebhookSettings.class).url())
                .isEmpty();
    }

    @Test
    void mailServerWithoutAddressesIsRefused() {
        var half = environment(Map.of("EVIDENCE_MAIL_HOST", "mail.example.org"));

        assertThatException()
                .isThrownBy(() -> half.bindOrCreate("evidence.mail", MailSettings.class))
                .havingRootCause()
                .withMessageContaining("evidence.mail.from");
    }

    @Test
    void passwordIsNeverPrinted() {
        var settings = new MailSettings(
                Optional.of("h"), 25, Optional.of("u"), Optional.of("secret"), Optional.of("f"), Optional.of("t"));

        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static Binder environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return Binder.get(environment);
    }
}
