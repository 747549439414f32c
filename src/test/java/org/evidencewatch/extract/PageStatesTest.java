package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageStatesTest {

    private static final String GOOD = "generic/terms-with-accordion/page.html";

    @ParameterizedTest
    @CsvSource({
        "challenge-with-200, BLOCKED, cloudflare-challenge",
        "soft-404-in-frame, GONE, soft-404",
        "soft-404-german, GONE, soft-404",
        "soft-404-french, GONE, soft-404",
        "login-wall, RESTRICTED, login-form",
        "parked, PARKED, parked-domain",
        "maintenance, ERROR, maintenance",
        "server-error, ERROR, server-error",
        "script-shell, EMPTY, script-shell",
        "unfilled-template, EMPTY, unfilled-template",
        "age-gate, INTERSTITIAL, age-gate",
        "consent-gate, INTERSTITIAL, consent-gate",
        "meta-refresh, MOVED, meta-refresh"
    })
    void recognisesAPageThatStandsInForTheContent(String page, PageState state, String code) {
        Reading reading = Fixture.read("states/" + page + "/page.html");

        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.stateReasons()).extracting(StateReason::code).containsExactly(code);
        assertThat(reading.good()).isFalse();
    }

    @Test
    void keepsAPageThatWritesAboutChallenges() {
        assertThat(Fixture.read("generic/writes-about-challenges/page.html").state())
                .isEqualTo(PageState.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "200, OK, ''",
        "404, GONE, status-404",
        "410, GONE, status-410",
        "401, RESTRICTED, status-401",
        "403, BLOCKED, status-403",
        "429, BLOCKED, status-429",
        "418, ERROR, status-418",
        "500, ERROR, status-500",
        "503, ERROR, status-503"
    })
    void takesTheStatusAtItsWord(int status, PageState state, String code) {
        var page = new Page(Optional.empty(), Optional.empty(), status, Map.of(), Fixture.octets(GOOD));
        Reading reading = new Extractor().read(page);

        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.stateReasons())
                .extracting(StateReason::code)
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void aChallengeOutranksItsStatus() {
        var body = Fixture.octets("states/challenge-with-200/page.html");
        var byBody = new Page(Optional.empty(), Optional.empty(), 503, Map.of(), body);
        var byHeader = new Page(
                Optional.empty(), Optional.empty(), 404, Map.of("cf-mitigated", List.of("challenge")), new byte[0]);

        assertThat(new Extractor().read(byBody).stateReasons())
                .extracting(StateReason::code)
                .containsExactly("cloudflare-challenge");
        assertThat(new Extractor().read(byHeader).state()).isEqualTo(PageState.BLOCKED);
    }

    @Test
    void anEmptyBodyIsEmpty() {
        Reading reading = new Extractor().read(Page.ofFile(Optional.empty(), new byte[0]));

        assertThat(reading.state()).isEqualTo(PageState.EMPTY);
        assertThat(reading.stateReasons()).extracting(StateReason::code).containsExactly("empty-body");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/help/refunds, https://a.example/, MOVED, redirected-home",
        "https://a.example/help/refunds, https://a.example/en/, MOVED, redirected-home",
        "https://a.example/help/refunds, https://a.example/help/billing, MOVED, redirected-path",
        "https://a.example/help/refunds, https://b.example/help/refunds, MOVED, redirected-path",
        "https://a.example/help?article=5, https://a.example/help, MOVED, redirected-path",
        "https://a.example/t/refunds/77, https://a.example/t/other/78, MOVED, redirected-path",
        "https://a.example/help/refunds, https://a.example/login?next=x, RESTRICTED, redirected-login",
        "https://a.example/help/refunds, https://a.okta.com/app, RESTRICTED, redirected-login"
    })
    void saysWhereARedirectLed(URI from, URI to, PageState state, String code) {
        Reading reading = redirected(from, to);

        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.stateReasons()).extracting(StateReason::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/help/refunds, https://www.a.example/help/refunds/",
        "https://a.example/help/refunds?utm_source=x, https://a.example/en-us/Help/Refunds",
        "https://a.example/en/help/refunds, https://a.example/de/help/refunds?lang=de",
        "https://a.example/t/old-slug/77, https://a.example/t/new-slug/77",
        "https://a.example/t/77, https://a.example/t/new-slug/77/4",
        "https://a.example/hc/en-us/articles/360031225371-Old, https://a.example/hc/en-us/articles/360031225371-New-Name",
        "https://a.zendesk.com/hc/en-us/articles/360031225371, https://help.a.example/hc/en-us/articles/360031225371-Name",
        "https://a.example/login, https://a.example/login"
    })
    void anotherSpellingOfTheAddressIsNoMove(URI from, URI to) {
        assertThat(redirected(from, to).state()).isEqualTo(PageState.OK);
    }

    @Test
    void aSoftErrorBehindARedirectIsGoneRatherThanMoved() {
        var page = new Page(
                Optional.of(URI.create("https://a.example/x")),
                Optional.of(URI.create("https://a.example/404")),
                200,
                Map.of(),
                "<title>Page not found</title><main><h1>Page not found</h1><p>Sorry about that.</p></main>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(new Extractor().read(page).state()).isEqualTo(PageState.GONE);
    }

    private static Reading redirected(URI from, URI to) {
        return new Extractor().read(new Page(Optional.of(from), Optional.of(to), 200, Map.of(), Fixture.octets(GOOD)));
    }
}
