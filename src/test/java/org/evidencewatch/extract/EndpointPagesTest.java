package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What platforms answer as JSON, read in the place of their pages. */
class EndpointPagesTest {

    private static final String TOPIC = "https://lumen.example/t/refund-after-trial/77";
    private static final String TOPIC_JSON = "https://lumen.example/t/77.json";
    private static final String ARTICLE =
            "https://help.northwind.example/hc/en-us/articles/360001234567-How-to-cancel-a-plan";
    private static final String ARTICLE_JSON =
            "https://help.northwind.example/api/v2/help_center/en-us/articles/360001234567.json";

    private static final String SOLVED = Fixture.source("discourse/solved-topic/topic.json");
    private static final String CANCEL = Fixture.source("zendesk/cancel-plan/article.json");

    private static Reading read(String page, String endpoint, int status, String body) {
        return new Extractor()
                .read(new Page(
                        Optional.of(URI.create(page)),
                        Optional.of(URI.create(endpoint)),
                        status,
                        Map.of("content-type", List.of("application/json; charset=utf-8")),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reading topic(String body) {
        return read(TOPIC, TOPIC_JSON, 200, body);
    }

    @Test
    void readsATopicAsItsPageReads() {
        Reading page = Fixture.read("discourse/solved-topic/before.html", TOPIC);
        Reading json = topic(SOLVED);

        assertThat(json.state()).isEqualTo(PageState.OK);
        assertThat(json.platform()).isEqualTo("discourse");
        assertThat(json.way()).isEqualTo(page.way());
        assertThat(json.title()).isEqualTo(page.title());
        assertThat(json.blocks()).isEqualTo(page.blocks());
        assertThat(json.comparisonText()).isEqualTo(page.comparisonText());
        assertThat(json.topic()).isEqualTo(page.topic());
    }

    @Test
    void readsAnArticleAsItsPageReads() {
        Reading page = Fixture.read("zendesk/cancel-plan/page.html", ARTICLE);
        Reading json = read(ARTICLE, ARTICLE_JSON, 200, CANCEL);

        assertThat(json.state()).isEqualTo(PageState.OK);
        assertThat(json.platform()).isEqualTo("zendesk");
        assertThat(json.title()).isEqualTo(page.title());
        assertThat(json.blocks()).isEqualTo(page.blocks());
        assertThat(json.comparisonText()).isEqualTo(page.comparisonText());
    }

    @Test
    void readsAnAnswerInTheWayOfAnotherPage() {
        var page = new Page(
                Optional.of(URI.create(ARTICLE)),
                Optional.of(URI.create(ARTICLE_JSON)),
                200,
                Map.of("content-type", List.of("application/json")),
                CANCEL.getBytes(StandardCharsets.UTF_8));

        Reading reading = new Extractor().read(page, Way.STRUCTURE);

        assertThat(reading.way()).isEqualTo(Way.STRUCTURE);
        assertThat(reading.text()).startsWith("How to cancel a plan\nYou can cancel");
    }

    @Test
    void readsWhatCameFromTheAddressWithTheSlug() {
        assertThat(read(TOPIC, "https://lumen.example/t/refund-after-trial/77.json", 200, SOLVED)
                        .state())
                .isEqualTo(PageState.OK);
    }

    @Test
    void tellsHiddenPostsAndFlagsAsThePageDoes() {
        Reading reading = topic(SOLVED.replace("\"closed\": false", "\"closed\": true")
                .replace(
                        "<p>They paid me back within 30 days of the charge, after two mails.</p>",
                        "<p>This post was flagged by the community and is temporarily hidden.</p>"));

        assertThat(reading.notices())
                .extracting(StateReason::code)
                .containsExactly("from-endpoint", "topic-closed", "post-hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404 | {\"errors\":[\"gone\"],\"error_type\":\"not_found\"} | GONE | discourse-gone-or-private",
                "403 | {\"errors\":[\"no\"],\"error_type\":\"invalid_access\"} | RESTRICTED | discourse-login-required",
                "403 | {\"errors\":[\"no\"],\"error_type\":\"not_logged_in\"} | RESTRICTED | discourse-login-required",
                "404 | <not json> | GONE | status-404",
                "503 | {} | ERROR | status-503",
                "200 | {} | ERROR | endpoint-foreign",
                "200 | [1, 2] | ERROR | endpoint-foreign",
                "200 | {\"post_stream\": | ERROR | endpoint-malformed",
                "200 | {\"id\":78,\"title\":\"Other\",\"post_stream\":{\"posts\":[]}} | ERROR | endpoint-other-page",
                "200 | {\"id\":77,\"title\":\"\",\"post_stream\":{\"posts\":[]}} | EMPTY | no-text",
                "200 | {\"id\":77,\"title\":\"T\",\"deleted_at\":\"2026-05-01\",\"post_stream\":{\"posts\":[]}} | GONE | discourse-gone-or-private",
                "200 | {\"id\":77,\"archetype\":\"private_message\"} | RESTRICTED | discourse-login-required"
            })
    void saysWhyAnAnswerIsNotTheTopic(int status, String body, PageState state, String code) {
        assertRefused(read(TOPIC, TOPIC_JSON, status, body), state, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404 | {\"error\":\"RecordNotFound\",\"description\":\"Not found\"} | GONE | zendesk-gone-or-private",
                "403 | {\"error\":\"Forbidden\"} | RESTRICTED | zendesk-restricted",
                "429 | {\"error\":\"APIRateLimitExceeded\"} | BLOCKED | status-429",
                "200 | {\"article\":{\"id\":360001234567,\"title\":\"T\",\"body\":null}} | GONE | zendesk-gone-or-private",
                "200 | {\"article\":{\"id\":360001234567,\"title\":\"T\",\"body\":\"b\",\"draft\":true}} | RESTRICTED | zendesk-restricted",
                "200 | {\"article\":{\"id\":360001234567,\"title\":\"T\",\"body\":\"b\",\"archived\":true}} | GONE | zendesk-gone-or-private",
                "200 | {\"article\":{\"id\":1,\"title\":\"T\",\"body\":\"b\"}} | ERROR | endpoint-other-page",
                "200 | {\"articles\":[]} | ERROR | endpoint-foreign"
            })
    void saysWhyAnAnswerIsNotTheArticle(int status, String body, PageState state, String code) {
        assertRefused(read(ARTICLE, ARTICLE_JSON, status, body), state, code);
    }

    private static void assertRefused(Reading reading, PageState state, String code) {
        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.stateReasons()).extracting(StateReason::code).containsExactly(code);
        assertThat(reading.blocks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lumen.example/t/78.json",
                "https://other.example/t/77.json",
                "https://lumen.example/latest.json"
            })
    void readsNoJsonFromElsewhere(String address) {
        assertRefused(read(TOPIC, address, 200, SOLVED), PageState.ERROR, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "discourse, https://lumen.example/t/refund-after-trial/77, https://lumen.example/t/77.json",
        "discourse, https://lumen.example/t/77, https://lumen.example/t/77.json",
        "discourse, http://lumen.example:8080/forum/t/trial/77/, http://lumen.example:8080/forum/t/77.json",
        "discourse, https://lumen.example/t/refund-after-trial/77/5,",
        "discourse, https://lumen.example/t/refund-after-trial/77?page=2,",
        "discourse, https://lumen.example/c/billing/6,",
        "discourse, https://lumen.example/t/refund-after-trial,",
        "zendesk, https://a.example/hc/en-us/articles/12-Cancel, https://a.example/api/v2/help_center/en-us/articles/12.json",
        "zendesk, https://a.example/hc/articles/12-Cancel,",
        "zendesk, https://a.example/hc/en-us/community/posts/12,",
        "zendesk, https://a.example/hc/en-us/p/terms,",
        "intercom, https://a.example/en/articles/12-cancel,",
        "no-platform, https://a.example/t/77,"
    })
    void namesTheEndpointOfAPageOnItsOwnHost(String platform, URI page, URI endpoint) {
        assertThat(Platforms.installed().endpoint(platform).flatMap(known -> known.of(page)))
                .isEqualTo(Optional.ofNullable(endpoint));
    }

    @Test
    void readsHostileAnswersWithinBounds() {
        for (String cooked : List.of(
                "<div>".repeat(300_000),
                "</div></div></body>".repeat(100_000),
                "<b><i>".repeat(200_000),
                "<table><tr><td>".repeat(200_000),
                "&#xD800;".repeat(200_000))) {
            String body =
                    "{\"id\":77,\"title\":\"T\",\"post_stream\":{\"posts\":[{\"post_number\":1,\"cooked\":\"<p>Within 14 days."
                            + cooked + "\"},{\"post_number\":2,\"cooked\":\"<p>And more.\"}]}}";
            Reading reading = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> topic(body));

            assertThat(reading.blocks()).hasSizeLessThanOrEqualTo(20_001);
            assertThat(reading.text()).contains("Within 14 days.").doesNotContain("\uD800");
        }
        assertRefused(topic("[".repeat(3_000_000)), PageState.ERROR, "endpoint-malformed");
        assertRefused(topic(" ".repeat(PageDecoder.LIMIT + 1)), PageState.ERROR, "endpoint-too-large");
    }
}
