package org.evidencewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every setting of the room, its default, and its name in the environment. */
class PublicationSettingsTest {

    @Test
    void anIndexHasATitleAndALicenceByDefaultAndNoAddress() {
        assertThat(settings(Map.of()))
                .isEqualTo(new PublicationSettings(
                        "Evidence Watch index",
                        Optional.empty(),
                        Optional.empty(),
                        "CC BY-SA 4.0",
                        "https://creativecommons.org/licenses/by-sa/4.0/"));
    }

    @Test
    void environmentNamesEverySetting() {
        var set = settings(Map.of(
                "EVIDENCE_PUBLICATION_TITLE", "Ways out",
                "EVIDENCE_PUBLICATION_PUBLISHER", "The Index",
                "EVIDENCE_PUBLICATION_BASE_URL", "https://index.example/x",
                "EVIDENCE_PUBLICATION_LICENCE", "CC0",
                "EVIDENCE_PUBLICATION_LICENCE_URL", "https://licence.example/0"));

        assertThat(set)
                .isEqualTo(new PublicationSettings(
                        "Ways out",
                        Optional.of("The Index"),
                        Optional.of("https://index.example/x/"),
                        "CC0",
                        "https://licence.example/0"));
        assertThat(set.address("c/a.html")).contains("https://index.example/x/c/a.html");
    }

    @Test
    void emptyVariableIsAsGoodAsNone() {
        var set = settings(Map.of("EVIDENCE_PUBLICATION_BASE_URL", "", "EVIDENCE_PUBLICATION_LICENCE_URL", ""));

        assertThat(set.baseUrl()).isEmpty();
        assertThat(set.licenceLink()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EVIDENCE_PUBLICATION_BASE_URL,javascript:alert(1)",
        "EVIDENCE_PUBLICATION_BASE_URL,https://user@index.example/",
        "EVIDENCE_PUBLICATION_BASE_URL,https://index.example/?q",
        "EVIDENCE_PUBLICATION_BASE_URL,index.example",
        "EVIDENCE_PUBLICATION_BASE_URL,https://index.example/a b",
        "EVIDENCE_PUBLICATION_LICENCE_URL,ftp://licence.example/"
    })
    void whatIsNoPlainAddressIsRefusedByName(String variable, String value) {
        assertThatException()
                .isThrownBy(() -> settings(Map.of(variable, value)))
                .havingRootCause()
                .withMessageStartingWith(variable + " cannot be '" + value + "'");
    }

    private static PublicationSettings settings(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return Binder.get(environment).bindOrCreate("evidence.publication", PublicationSettings.class);
    }
}
