package org.evidencewatch.alert;

import org.evidencewatch.fetch.Deliveries;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Network;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the channels, both behind the outbound gate, from what the operator says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    Limits.class,
    MailSettings.class,
    WebhookSettings.class,
    DeliverySettings.class,
    ObjectiveSettings.class
})
class DeliverySetup {

    @Bean
    Deliveries deliveries(FetchSettings fetch, DeliverySettings settings) {
        var allowed = settings.allowedAddresses().stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Network::parse)
                .toList();
        return new Deliveries(fetch, allowed);
    }

    @Bean
    WebhookSender webhookSender(Deliveries deliveries) {
        return new GatedWebhookSender(deliveries);
    }

    @Bean
    MailChannel mailChannel(MailSettings settings, Deliveries deliveries) {
        return new MailChannel(settings, deliveries.sockets());
    }
}
