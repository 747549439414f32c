package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailProtectionTest {

    private static final String HIDDEN = "<span class=__cf_email__ data-cfemail=%s>[email&#160;protected]</span>";
    private static final String LINK = "<a href=/cdn-cgi/l/email-protection#%s>%s</a>";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x5F, 0xFF})
    void readsTheSameAddressUnderEveryKey(int key) {
        String hex = hidden(key, "büro@cedar.example");
        assertThat(text(HIDDEN.formatted(hex))).contains("Write to büro@cedar.example today.");
        assertThat(text(LINK.formatted(hex, "[email&#160;protected]"))).contains("Write to büro@cedar.example today.");
        assertThat(text("<a href=/cdn-cgi/l/email-protection>" + HIDDEN.formatted(hex) + "</a>"))
                .contains("Write to büro@cedar.example today.");
    }

    @Test
    void leavesOutTheSubjectOfALink() {
        String hex = hidden(7, "help@cedar.example?subject=Cancel my plan");
        assertThat(text(LINK.formatted(hex, "[email&#160;protected]"))).contains("Write to help@cedar.example today.");
    }

    @Test
    void keepsTheWordsOfALinkThatHidesItsTargetOnly() {
        assertThat(text(LINK.formatted(hidden(7, "help@cedar.example"), "our billing team")))
                .contains("Write to our billing team today.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5f", "5f3", "zz11223344", "5f7f7f7f7f", "00ff4000", "000041"})
    void leavesWhatDoesNotDecodeAsItStands(String hex) {
        assertThat(text(HIDDEN.formatted(hex))).contains("Write to [email protected] today.");
    }

    private static String text(String link) {
        String html = "<main><h1>Contact</h1><p>Write to " + link + " today.</p><p>"
                + "We answer every letter within two working days, on weekends within three. ".repeat(3);
        return TextNormaliser.normalise(Fixture.readHtml(html).text());
    }

    private static String hidden(int key, String address) {
        byte[] plain = address.getBytes(StandardCharsets.UTF_8);
        byte[] octets = new byte[plain.length + 1];
        octets[0] = (byte) key;
        for (int i = 0; i < plain.length; i++) {
            octets[i + 1] = (byte) (plain[i] ^ key);
        }
        return HexFormat.of().formatHex(octets);
    }
}
