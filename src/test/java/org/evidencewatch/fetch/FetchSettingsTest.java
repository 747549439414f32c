package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class FetchSettingsTest {

    @Test
    void statesEveryDefault() {
        FetchSettings settings = FetchSettings.fromEnvironment(Map.of("EVIDENCE_FETCH_HOST_DELAY", " "));
        assertThat(settings.userAgent()).isEqualTo("EvidenceWatch/0.1 (+https://evidencewatch.org/bot)");
        assertThat(settings.productToken()).isEqualTo("evidencewatch");
        assertThat(settings.hostDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.allowedNetworks()).isEmpty();
        assertThat(settings.limits())
                .isEqualTo(new FetchLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        DataSize.ofKilobytes(16),
                        200,
                        DataSize.ofMegabytes(8),
                        DataSize.ofMegabytes(16),
                        200,
                        10,
                        Duration.ofSeconds(30),
                        8));
    }

    @Test
    void takesWhatTheEnvironmentSays() {
        FetchSettings settings = FetchSettings.fromEnvironment(Map.of(
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES", "127.0.0.0/8, fd00::/8,10.1.2.3",
                "EVIDENCE_FETCH_HOST_DELAY", "PT0.25S",
                "EVIDENCE_FETCH_USER_AGENT", "AcmeIndex/2 (+https://acme.example/bot)"));
        assertThat(settings.allowedNetworks())
                .isEqualTo(
                        List.of(Network.parse("127.0.0.0/8"), Network.parse("fd00::/8"), Network.parse("10.1.2.3/32")));
        assertThat(settings.hostDelay()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.userAgent()).isEqualTo("AcmeIndex/2 (+https://acme.example/bot)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES | 127.0.0.0/8;10.0.0.0/8",
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES | localhost",
                "EVIDENCE_FETCH_HOST_DELAY        | 1s",
                "EVIDENCE_FETCH_HOST_DELAY        | PT-1S",
                "EVIDENCE_FETCH_HOST_DELAY        | P9D",
                "EVIDENCE_FETCH_USER_AGENT        | (nameless)"
            })
    void namesVariableAndValueThatCannotBeUsed(String variable, String value) {
        assertThatThrownBy(() -> FetchSettings.fromEnvironment(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(variable + ":");
    }
}
