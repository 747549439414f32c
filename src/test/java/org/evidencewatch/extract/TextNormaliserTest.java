package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormaliserTest {

    @ParameterizedTest
    @CsvSource({
        "'re\u00ADfund', 'refund'",
        "'re\u200Bfund\uFEFF', 'refund'",
        "'14\u00A0days', '14 days'",
        "'14\u202Fdays\u2009now', '14 days now'",
        "'\u201CNo\u201D and \u2018yes\u2019', '\"No\" and ''yes'''",
        "'\u00AB oui \u00BB', '\" oui \"'",
        "'5\u201310 business\u2011days \u2014 or', '5-10 business-days - or'",
        "'\uFB01nal e\uFB03cient', 'final efficient'",
        "'wait\u2026', 'wait...'",
        "'cafe\u0301', 'caf\u00E9'",
        "'  a \t\n b  ', 'a b'",
        "'don\u00B4t', 'don''t'",
        "'\uFF11\uFF14 days', '14 days'"
    })
    void makesSpellingsThatLookAlikeEqual(String written, String normal) {
        assertThat(TextNormaliser.normalise(written)).isEqualTo(normal);
    }

    @Test
    void keepsCaseAccentsAndPunctuation() {
        String text = "Über 14 Tage: $9.99 (20 %) — nein!";
        assertThat(TextNormaliser.normalise(text)).isEqualTo("Über 14 Tage: $9.99 (20 %) - nein!");
    }

    @Test
    void isIdempotentOnAnyCharacters() {
        var random = new Random(20260101);
        int[] awkward = {
            0xAD, 0x200B, 0x200D, 0x301, 0x308, 0xB4, 0xA0, 0x2019, 0xFB01, 0x1100, 0x1161, 0xFE0F, 'e', ' '
        };
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.appendCodePoint(
                        random.nextBoolean() ? awkward[random.nextInt(awkward.length)] : 1 + random.nextInt(0x2FFFF));
            }
            String once = TextNormaliser.normalise(text.toString());
            assertThat(TextNormaliser.normalise(once)).as("%s", text).isEqualTo(once);
        }
    }
}
