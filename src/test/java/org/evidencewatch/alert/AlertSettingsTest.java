package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Every setting of the room, its default, and its name in the environment. */
class AlertSettingsTest {

    @Test
    void nothingIsDeliveredAnywhereByDefault() {
        var nothing = environment(Map.of());

        assertThat(nothing.bindOrCreate("evidence.mail", MailSettings.class))
                .isEqualTo(new MailSettings(
                        Optional.empty(), 587, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(nothing.bindOrCreate("evidence.webhook", WebhookSettings.class))
                .isEqualTo(new WebhookSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(nothing.bindOrCreate("evidence.delivery", DeliverySettings.class)
                        .allowedAddresses())
                .isEmpty();
        assertThat(nothing.bindOrCreate("evidence.staleness", Limits.class))
                .isEqualTo(new Limits(
                        Duration.ofDays(14),
                        Duration.ofDays(3),
                        Duration.ofDays(2),
                        Duration.ofDays(1),
                        DataSize.ofGigabytes(10)));
        assertThat(nothing.bindOrCreate("evidence", ObjectiveSettings.class)
                        .tiers(nothing.bindOrCreate("evidence.staleness", Limits.class)))
                .containsExactly(new Tier("evidence", 0.95, Duration.ofDays(14), List.of("default")));
    }

    @Test
    void theFileOfDefaultsSaysWhatTheCodeSays() {
        var file = new YamlPropertiesFactoryBean();
        file.setResources(new FileSystemResource("config/application.yaml"));
        var written = Binder.get(environmentOf(Objects.requireNonNull(file.getObject())))
                .bindOrCreate("evidence.staleness", Limits.class);

        assertThat(written).isEqualTo(environment(Map.of()).bindOrCreate("evidence.staleness", Limits.class));
    }

    @Test
    void objectivesAreSetByCompanies() {
        var set = environment(Map.of(
                "EVIDENCE_OBJECTIVES_0_NAME", "flagship",
                "EVIDENCE_OBJECTIVES_0_SHARE", "0.99",
                "EVIDENCE_OBJECTIVES_0_WITHIN", "P7D",
                "EVIDENCE_OBJECTIVES_0_COMPANIES", "acme,birch",
                "EVIDENCE_OBJECTIVES_1_NAME", "others",
                "EVIDENCE_OBJECTIVES_1_SHARE", "0.9",
                "EVIDENCE_OBJECTIVES_1_WITHIN", "P30D"));

        assertThat(set.bindOrCreate("evidence", ObjectiveSettings.class).objectives())
                .containsExactly(
                        new Tier("flagship", 0.99, Duration.ofDays(7), List.of("acme", "birch")),
                        new Tier("others", 0.9, Duration.ofDays(30), List.of("default")));
    }

    @Test
    void objectivesThatPromiseNothingOrTheSameTwiceAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tier("all", 1, Duration.ofDays(7), List.of("default")))
                .withMessageContaining("share");
        var tier = new Tier("a", 0.9, Duration.ofDays(7), List.of("acme"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectiveSettings(
                        List.of(tier, new Tier("b", 0.9, Duration.ofDays(7), List.of("birch", "acme")))))
                .withMessageContaining("two objectives");
    }

    @Test
    void secretThatIsNoneIsRefusedAndNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhook("whsec_c2hvcnQ=", Optional.empty()))
                .withMessageContaining("24 to 64 bytes")
                .withMessageNotContaining("c2hvcnQ");
        assertThatIllegalArgumentException().isThrownBy(() -> webhook("hunter2", Optional.empty()));
        assertThat(webhook("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz", Optional.empty())
                        .toString())
                .doesNotContain("MDEy", "hooks.example.org");
    }

    @Test
    void templateThatMakesNoJsonOrHasUnknownWordsIsRefused() {
        var json = JsonMapper.shared();
        assertThat(new WebhookBody(webhook("", Optional.of("{\"text\": \"{{ text }}\"}")), json).parts())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookBody(webhook("", Optional.of("{\"text\": {{text}}}")), json))
                .withMessageContaining("no JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookBody(webhook("", Optional.of("{\"text\": \"{{txet}}\"}")), json))
                .withMessageContaining("{{txet}}")
                .withMessageContaining("subject, text");
    }

    private static WebhookSettings webhook(String secret, Optional<String> template) {
        return new WebhookSettings(
                Optional.of(URI.create("https://hooks.example.org/7")),
                Optional.of(secret),
                Optional.empty(),
                template);
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
                Map.entry("EVIDENCE_STALENESS_CANNOT_READ", "PT24H"),
                Map.entry("EVIDENCE_STALENESS_CALM", "P4D"),
                Map.entry("EVIDENCE_STALENESS_UNPUBLISHED", "PT12H"),
                Map.entry("EVIDENCE_STALENESS_DATABASE_GROWTH", "500MB"),
                Map.entry("EVIDENCE_WEBHOOK_SECRET", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"),
                Map.entry("EVIDENCE_WEBHOOK_TEMPLATE", "{}")));

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
                .isEqualTo(new Limits(
                        Duration.ofDays(30),
                        Duration.ofDays(1),
                        Duration.ofDays(4),
                        Duration.ofHours(12),
                        DataSize.ofMegabytes(500)));
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

    private static ConfigurableEnvironment environmentOf(Properties properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new PropertiesPropertySource("file", properties));
        return environment;
    }

    private static Binder environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return Binder.get(environment);
    }
}
