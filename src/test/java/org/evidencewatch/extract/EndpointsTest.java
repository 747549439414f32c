package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.extract.Endpoints.Plan;
import org.evidencewatch.extract.SourceEndpoint.Outcome;
import org.evidencewatch.extract.SourceEndpoint.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a page is read from its platform's endpoint. */
class EndpointsTest {

    private static final URI TOPIC = URI.create("https://lumen.example/t/refund-after-trial/77");
    private static final URI ENDPOINT = URI.create("https://lumen.example/t/77.json");
    private static final Instant NOW = Instant.parse("2026-06-10T02:00:00Z");
    private static final Optional<String> DISCOURSE = Optional.of("discourse");

    private static final Endpoints ENDPOINTS = new Extractor().endpoints();
    private static final String SOLVED = Fixture.source("discourse/solved-topic/topic.json");

    @Test
    void asksForThePageAloneUntilItWasReadOnce() {
        assertThat(ENDPOINTS.plan(TOPIC, SourceEndpoint.NONE, NOW)).isEqualTo(new Plan.OnlyPage());
        assertThat(ENDPOINTS.plan(TOPIC, new SourceEndpoint(DISCOURSE, Optional.empty()), NOW))
                .isEqualTo(new Plan.Try(ENDPOINT));
    }

    @ParameterizedTest
    @CsvSource({
        "ADOPTED, P29D, InPlace",
        "ADOPTED, P30D, Try",
        "DIFFERS, P29D, OnlyPage",
        "DIFFERS, P30D, Try",
        "FAILED, P2D, OnlyPage",
        "FAILED, P3D, Try"
    })
    void goesByTheLastTrialForATime(Outcome outcome, Duration ago, String plan) {
        var known = new SourceEndpoint(DISCOURSE, Optional.of(new Trial(ENDPOINT, NOW.minus(ago), outcome)));

        assertThat(ENDPOINTS.plan(TOPIC, known, NOW).getClass().getSimpleName()).isEqualTo(plan);
    }

    @Test
    void triesAnewWhereTheProfileNamesAnotherEndpoint() {
        var trial = new Trial(URI.create("https://lumen.example/topics/77.json"), NOW, Outcome.ADOPTED);

        assertThat(ENDPOINTS.plan(TOPIC, new SourceEndpoint(DISCOURSE, Optional.of(trial)), NOW))
                .isEqualTo(new Plan.Try(ENDPOINT));
    }

    @Test
    void adoptsAnEndpointThatSaysTheSameAsThePage() {
        Reading page = Fixture.read("discourse/solved-topic/before.html", TOPIC.toString());

        assertThat(Endpoints.tried(page, json(SOLVED))).isEqualTo(Outcome.ADOPTED);
        assertThat(Endpoints.tried(page, json(SOLVED.replace("14 days", "30 days"))))
                .isEqualTo(Outcome.DIFFERS);
        assertThat(Endpoints.tried(page, json("{}"))).isEqualTo(Outcome.FAILED);
    }

    @Test
    void adoptsOneThatShowsMoreOfATopicThanItsFirstPage() {
        String html = Fixture.source("discourse/solved-topic/next-page.html");
        String shorter = html.substring(0, html.indexOf("<div id='post_5'")) + "</div></div></body></html>";

        assertThat(Endpoints.tried(page(shorter), json(SOLVED))).isEqualTo(Outcome.ADOPTED);
        assertThat(Endpoints.tried(page(shorter.replace("<link rel=\"next\"", "<link rel=\"prev\"")), json(SOLVED)))
                .as("a page that does not go on shows all")
                .isEqualTo(Outcome.DIFFERS);
        assertThat(Endpoints.tried(page(shorter.replace("itemprop=\"acceptedAnswer\"", "")), json(SOLVED)))
                .as("another solution")
                .isEqualTo(Outcome.DIFFERS);
    }

    @Test
    void adoptsNothingBesideAPageThatIsNoPage() {
        assertThat(Endpoints.tried(page("<title>404 Not Found</title>"), json(SOLVED)))
                .isEqualTo(Outcome.DIFFERS);
    }

    private static Reading page(String html) {
        return new Extractor().read(Page.ofFile(Optional.of(TOPIC), html.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reading json(String body) {
        return new Extractor()
                .read(new Page(
                        Optional.of(TOPIC),
                        Optional.of(ENDPOINT),
                        200,
                        Map.of("content-type", List.of("application/json")),
                        body.getBytes(StandardCharsets.UTF_8)));
    }
}
