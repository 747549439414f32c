package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profiles that come with the program, each on a page of its platform. */
class PlatformsTest {

    private static final String PROSE =
            "<main><h1>Refunds</h1><p>We refund annual plans within 14 days of the purchase, without a reason.</p></main>";

    @Test
    void everyProfileIsSound() {
        var platforms = Platforms.load(Path.of("config/platforms"));

        assertThat(platforms.errors()).isEmpty();
        assertThat(platforms.ids())
                .contains("generic", "discourse", "hubspot-kb", "zendesk", "intercom", "helpscout")
                .contains("document360", "freshdesk", "khoros", "salesforce", "notion", "gitbook", "confluence")
                .contains("wordpress", "shopify", "phpbb", "vbulletin", "xenforo", "invision", "vanilla", "drupal")
                .contains("reddit", "stackexchange", "smf", "forumotion");
    }

    @ParameterizedTest
    @CsvSource({
        "document360/cancel, document360",
        "freshdesk/cancel, freshdesk",
        "khoros/thread, khoros",
        "salesforce/article, salesforce",
        "notion/page, notion",
        "gitbook/cancel, gitbook",
        "confluence/cancel, confluence",
        "wordpress/cancel, wordpress",
        "shopify/policy, shopify",
        "phpbb/topic, phpbb",
        "vbulletin/thread, vbulletin",
        "xenforo/thread, xenforo",
        "invision/topic, invision",
        "vanilla/discussion, vanilla",
        "drupal/node, drupal",
        "reddit/thread, reddit",
        "stackexchange/question, stackexchange",
        "smf/topic, smf",
        "forumotion/topic, forumotion"
    })
    void readsTheWordsOfThePlatformAndLeavesItsFurniture(String page, String platform) {
        Reading reading = Fixture.read(page + "/page.html");

        assertThat(reading.platform()).isEqualTo(platform);
        assertThat(reading.way()).isEqualTo(Way.PROFILE);
        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(reading.notices()).extracting(StateReason::code).doesNotContain("profile-outdated");
        assertThat(reading.text())
                .startsWith("Cancel a plan")
                .contains("You can cancel your plan at any time on the billing page.")
                .contains("Annual plans: 14 days after the purchase, without giving a reason.")
                .contains("we pay it back within five business days.")
                .doesNotContain("Furniture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name=generator content='Discourse 3.2'>",
                "<link rel=stylesheet href=https://cdn.discourse-cdn.com/a.css>",
                "<style>.crawler-post{}</style><script>var x='data-discourse-setup'</script>",
                "<script src=https://static.zdassets.com/ekr/snippet.js></script>"
            })
    void oneMarkerIsNoPlatform(String head) {
        assertThat(Fixture.readHtml(head + PROSE).platform()).isEqualTo("generic");
    }

    @ParameterizedTest
    @CsvSource({
        "x-discourse-route, topics/show, https://a.example/t/refunds/77, discourse",
        "x-discourse-route, topics/show, https://a.example/refunds, generic",
        "x-generator, Drupal 10, https://a.example/t/refunds/77, generic"
    })
    void headersAndAddressesAreMarkersToo(String name, String value, URI url, String platform) {
        var page = new Page(
                Optional.of(url),
                Optional.of(url),
                200,
                Map.of(name, List.of(value)),
                PROSE.getBytes(StandardCharsets.UTF_8));

        assertThat(new Extractor().read(page).platform()).isEqualTo(platform);
    }

    @Test
    void aPageThatWritesOfAPlatformIsNotOfIt() {
        Reading reading = Fixture.read("generic/mentions-a-platform/page.html");

        assertThat(reading.platform()).isEqualTo("generic");
        assertThat(reading.text()).contains("Discourse 2.8");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/t/refunds/77, https://a.example/t/other/78, MOVED, other-article",
        "https://a.example/t/refunds/77, https://a.example/t/refunds-now/77/2, OK, ''",
        "https://a.example/t/refunds/77, https://b.example/topics, OK, ''"
    })
    void aTopicThatNamesAnotherAsItsOwnAddressHasMoved(URI cited, URI canonical, PageState state, String code) {
        String html = "<meta name=generator content='Discourse 3.2'><link rel=canonical href=" + canonical
                + "><body class=crawler>" + PROSE;
        Reading reading = new Extractor().read(Page.ofFile(Optional.of(cited), html.getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.stateReasons())
                .extracting(StateReason::code)
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void thePlatformsOwnWordsGiveAState() {
        Reading reading = Fixture.readHtml("<meta name=generator content='Discourse 3.2'><body class=crawler>"
                + "<h1>Oops! That page doesn’t exist or is private.</h1>"
                + "<p>Popular: refunds, plans.</p>".repeat(60));

        assertThat(reading.state()).isEqualTo(PageState.GONE);
        assertThat(reading.stateReasons()).isNotEmpty();
    }
}
