package org.evidencewatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401 for Authorization: Bearer CANARY-93fd17",
                "authorization=basic CANARY-93fd17",
                "jdbc:postgresql://db:5432/evidence?user=e&password=CANARY-93fd17&ssl=true",
                "postgresql://evidence:CANARY-93fd17@db/evidence refused",
                "{\"password\": \"CANARY-93fd17\"}",
                "api_key: CANARY-93fd17; PWD=CANARY-93fd17",
                "no webhook takes whsec_CANARY-93fd17",
                "token ewt_CANARY-93fd17 counts no more",
                "the server wants EVIDENCE_MAIL_PASSWORD=CANARY-93fd17"
            })
    void takesSecretsOut(String text) {
        assertThat(Masking.mask(text)).doesNotContain("CANARY").contains("***");
    }

    @Test
    void takesOutWhatTheEnvironmentCallsASecretWhereverItStands() {
        var masking = new Masking(Map.of(
                "EVIDENCE_DATABASE_PASSWORD", "horse staple",
                "EVIDENCE_METRICS_TOKEN", "4f1c8a0be2",
                "EVIDENCE_MAIL_HOST", "mail.example.org",
                "EVIDENCE_MAIL_PASSWORD", "a",
                "PATH", "/usr/bin"));

        assertThat(masking.of("horse staple at mail.example.org in /usr/bin: 4f1c8a0be2?"))
                .isEqualTo("*** at mail.example.org in /usr/bin: ***?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://help.example/account/reset-password?step=2 answered 404",
                "the page says: forgot your password? Ask for a secret link",
                "2026-06-14T02:10:00Z refresh: 41 pages, 3 changed",
                "mailto:help@cedar.example"
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }
}
