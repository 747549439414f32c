package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.Reading;
import org.junit.jupiter.api.Test;

class SiteFurnitureTest {

    private static final Optional<URI> NOWHERE = Optional.empty();
    private static final String OWN =
            "<p>You can ask for your money back within 14 days of the purchase, whatever the reason may be.</p>";

    private final Extractor extractor = new Extractor();

    @Test
    void whatOtherPagesOfTheHostHaveTooIsNoNews() {
        var site = site("<p>Meet the team behind our kitchen on the blog</p>", 4);

        assertThat(compared(
                        OWN + "<p>Meet the team behind our kitchen on the blog</p>",
                        OWN + "<p>Meet our new chef on the blog this week</p>",
                        site))
                .isInstanceOf(Variant.class);
    }

    @Test
    void whatOnlyFewPagesHaveIsNews() {
        var site = site("<p>Meet the team behind our kitchen on the blog</p>", 2);

        assertThat(compared(
                        OWN + "<p>Meet the team behind our kitchen on the blog</p>",
                        OWN + "<p>Meet our new chef on the blog this week</p>",
                        site))
                .isInstanceOf(Changed.class);
    }

    @Test
    void aTermThatEveryPageRepeatsIsNews() {
        var site = site(OWN, 5);

        assertThat(compared(OWN, OWN.replace("14", "7"), site)).isInstanceOf(Changed.class);
        String shop = "<p>Our shop in the old town is open from nine to five on all days of the week.</p>";
        assertThat(compared(shop + OWN, shop, site)).isInstanceOf(Changed.class);
    }

    private SiteFurniture site(String common, int pages) {
        List<Reading> others = Stream.iterate(1, i -> i + 1)
                .limit(pages)
                .map(i -> read("<p>Article number " + i + " tells of something else altogether.</p>" + common))
                .toList();
        return SiteFurniture.of(others);
    }

    private Verdict compared(String before, String after, SiteFurniture site) {
        return new ChangeDetector().compare(read(before), read(after), KnownStates.NONE.on(site));
    }

    private Reading read(String text) {
        String html = "<title>Help</title><main><h1>Help</h1>" + text + "</main>";
        return extractor.read(Page.ofFile(NOWHERE, html.getBytes(StandardCharsets.UTF_8)));
    }
}
