package org.evidencewatch.alert;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where digests may go.
 *
 * @param allowedAddresses networks in CIDR notation that webhooks and mail may dial beside public addresses
 */
@ConfigurationProperties("evidence.delivery")
record DeliverySettings(@DefaultValue List<String> allowedAddresses) {}
