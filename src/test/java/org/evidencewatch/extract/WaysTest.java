package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the main text of a page is found, and what happens when a way goes blind. */
class WaysTest {

    private static final String BLIND = "generic/prose-outside-main/page.html";

    @Test
    void aProfileWhoseContainerIsMissingFallsBackWithANotice() {
        Reading reading = Fixture.read("zendesk/unknown-theme/page.html");

        assertThat(reading.platform()).isEqualTo("zendesk");
        assertThat(reading.way()).isEqualTo(Way.STRUCTURE);
        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(reading.notices()).extracting(StateReason::code).containsExactly("profile-outdated");
        assertThat(reading.text()).contains("You can cancel your plan at any time");
    }

    @Test
    void aProfileThatGoesPastTheProseFallsBackWithANotice() {
        Reading reading = Fixture.read("helpscout/blind-container/page.html");

        assertThat(reading.platform()).isEqualTo("helpscout");
        assertThat(reading.way()).isEqualTo(Way.STRUCTURE);
        assertThat(reading.notices()).extracting(StateReason::code).containsExactly("profile-outdated");
        assertThat(reading.text()).contains("You can cancel your plan at any time");
    }

    @Test
    void aStructureThatGoesPastTheProseFallsBackToWhereTheProseStands() {
        Reading reading = Fixture.read(BLIND);

        assertThat(reading.way()).isEqualTo(Way.DENSITY);
        assertThat(reading.notices()).isEmpty();
        assertThat(reading.text())
                .contains("In case number 0, we pay back", "In case number 7, we pay back")
                .doesNotContain("Furniture");
    }

    @Test
    void densityNeedsNoNames() {
        String html = Fixture.source("generic/terms-with-accordion/page.html")
                .replaceAll(" (?:class|id|role)=\"[^\"]*\"", "")
                .replaceAll("<(/?)(?:main|article|section|header|footer|nav|aside)\\b", "<$1div");
        Reading reading = Fixture.readHtml(html, Way.DENSITY);

        assertThat(reading.way()).isEqualTo(Way.DENSITY);
        assertThat(reading.text())
                .contains("You can cancel your subscription at any time from your profile.")
                .contains("We set one cookie that remembers your session")
                .doesNotContain("Pricing plans");
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"STRUCTURE", "DENSITY", "WHOLE"})
    void readsInTheWayAskedForEvenWhereItIsBlind(Way way) {
        assertThat(Fixture.readHtml(Fixture.source(BLIND), way).way()).isEqualTo(way);
    }

    @Test
    void aPageThatCannotBeReadInTheWayAskedForIsReadInItsOwn() {
        assertThat(Fixture.readHtml(Fixture.source(BLIND), Way.PROFILE).way()).isEqualTo(Way.DENSITY);
    }

    @Test
    void readsWhatTabsAndFoldsHideAndNotWhatIsHiddenForGood() {
        assertThat(Fixture.read("generic/hidden-panels/page.html").text())
                .contains("Solo costs nine euros", "Team costs twenty euros.", "Yes, for three months.")
                .contains("Can I pause?", "Who may cancel?", "The owner alone.", "Invoices come by mail.")
                .doesNotContain("Furniture");
    }

    @Test
    void tellsWhatEachPassageIs() {
        Reading reading = Fixture.readHtml("""
                <main><h1>Refunds</h1><p>We refund within 14 days.</p><ul><li>Annual plans only.</li></ul>
                <table><tr><td>Solo</td><td>9 euros</td></tr></table><blockquote>You said 30 days.</blockquote>
                <pre><code>if late:
                    refuse()  # after 14 days
                </code></pre></main>""");

        assertThat(reading.blocks())
                .extracting(Block::kind)
                .containsExactly(
                        BlockKind.HEADING,
                        BlockKind.PARAGRAPH,
                        BlockKind.LIST_ITEM,
                        BlockKind.TABLE_ROW,
                        BlockKind.QUOTE,
                        BlockKind.CODE);
        assertThat(reading.blocks().getLast().text()).isEqualTo("if late:\n    refuse()  # after 14 days");
        assertThat(reading.blocks().getLast().comparisonText()).isEqualTo("if late:\n    refuse() # after 14 days");
    }

    @Test
    void proseThatSomebodyPreformattedIsNoCode() {
        assertThat(Fixture.readHtml("<main><pre><p>We refund\nwithin 14 days.</p><p>Ask billing.</p></pre></main>")
                        .text())
                .isEqualTo("We refund within 14 days.\nAsk billing.");
    }
}
