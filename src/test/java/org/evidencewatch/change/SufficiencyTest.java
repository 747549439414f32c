package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.change.ClaimPages.page;
import static org.evidencewatch.change.ClaimPages.topic;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.extract.Onward;
import org.junit.jupiter.api.Test;

class SufficiencyTest {

    private static final URI CITED = URI.create("https://help.acme.example/articles/billing");

    @Test
    void saysExactlyWhatWasTested() {
        assertThat(Sufficiency.of(Dimension.REFUND, page("Plans cost money.", "Write to us.")))
                .isEqualTo(
                        new Sufficiency(
                                false,
                                "The page states nothing about refunds that our rules read: 2 sentences, none with a refund role."));
    }

    @Test
    void ownsUpToSentencesThatWereNotUnderstood() {
        var tested = Sufficiency.of(Dimension.PAUSE, page("The word pause is printed on the front of our mugs."));
        assertThat(tested.sufficient()).isFalse();
        assertThat(tested.tested()).contains("1 of them may speak of it in words that were not understood");
    }

    @Test
    void namesWhatThePageStates() {
        var tested = Sufficiency.of(
                Dimension.REFUND,
                topic("Nobody gets a refund.", "staff: You can ask for a refund within 30 days of the payment."));
        assertThat(tested.sufficient()).isTrue();
        assertThat(tested.tested()).contains("refund_window P30D").endsWith("in 1 sentence posted by staff.");
    }

    @Test
    void aHeldPageThatIsLinkedComesFirst() {
        var links = List.of(onward("/articles/refund-policy", "Refund policy"), onward("/articles/7", "Money matters"));
        assertThat(BetterPage.of(Dimension.REFUND, CITED, links, Set.of(url("/articles/7"), url("/articles/6"))))
                .hasValueSatisfying(better -> {
                    assertThat(better.url()).isEqualTo(url("/articles/7"));
                    assertThat(better.why()).contains("it is held").contains("\"Money matters\"");
                });
    }

    @Test
    void ofHeldPagesTheOneNearestByItsAddressIsMeant() {
        assertThat(BetterPage.of(
                        Dimension.REFUND, CITED, List.of(), Set.of(url("/legal/terms"), url("/articles/bills"))))
                .map(BetterPage::url)
                .contains(url("/articles/bills"));
    }

    @Test
    void elseALinkIsMeantThatNamesTheMatter() {
        var links = List.of(
                onward("/articles/billing", "Refunds"),
                onward("/articles/refunds-explained", "Read more"),
                onward("/articles/9", "How do I get my money back?"));
        assertThat(BetterPage.of(Dimension.REFUND, CITED, links, Set.of())).hasValueSatisfying(better -> {
            assertThat(better.url()).isEqualTo(url("/articles/9"));
            assertThat(better.why()).endsWith("nobody has read it");
        });
        assertThat(BetterPage.of(Dimension.REFUND, CITED, links.subList(0, 2), Set.of()))
                .map(BetterPage::url)
                .contains(url("/articles/refunds-explained"));
        assertThat(BetterPage.of(Dimension.PAUSE, CITED, links, Set.of())).isEmpty();
    }

    private static Onward onward(String path, String text) {
        return new Onward(URI.create(url(path)), text);
    }

    private static String url(String path) {
        return "https://help.acme.example" + path;
    }
}
