package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsRulesTest {

    @ParameterizedTest
    @CsvSource({
        "/fish, /fish, true",
        "/fish, /fish.html, true",
        "/fish, /Fish, false",
        "/fish, /catfish, false",
        "/fish/, /fish, false",
        "/*.php, /index.php?x, true",
        "/*.php$, /a.php, true",
        "/*.php$, /a.php/b.php, true",
        "/*.php$, /a.php?x, false",
        "/*/$, /a/b/, true",
        "/*/$, /a/b, false",
        "/a*b*c, /aXbYc/d, true",
        "/a*b*c$, /abcbc, true",
        "/$, /, true",
        "/$, /a, false",
        "/**/x, /a/x, true",
        "/?q=, /?q=1, true",
        "/a%3cd, /a%3Cd, true",
        "/a/ü, /a/%C3%BC, true",
        "/%7Ejoe, /~joe/x, true",
        "/a%2Fb, /a/b, false",
        "/a$b, /a$b, true",
        "/index.html, /, true",
        "/docs/index.html, /docs/, true",
        "/docs/index.html, /docs/a, false"
    })
    void matchesPattern(String pattern, String path, boolean matches) {
        RobotsRules rules = rules("User-agent: *\nDisallow: " + pattern);
        assertThat(rules.allows("https://a.example" + path)).isEqualTo(!matches);
    }

    @ParameterizedTest
    @CsvSource({
        "/p, /, /page, true",
        "/folder, /folder, /folder/page, true",
        "/page, /*.htm, /page.htm, false",
        "/$, /, /, true",
        "/$, /, /page, false",
        "/a/*/c, /a/b, /a/b/c, true"
    })
    void longestPatternDecidesAndAllowWinsTies(String allow, String disallow, String path, boolean allowed) {
        RobotsRules rules = rules("User-agent: *\nDisallow: " + disallow + "\nAllow: " + allow);
        assertThat(rules.allows(path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EvidenceWatch/0.1 (+https://evidencewatch.org/bot)",
                "EvidenceWatch",
                "evidencewatch",
                "EVIDENCEWATCH/9"
            })
    void obeysItsOwnGroupsAndNotTheStar(String userAgent) {
        String robots = """
                User-agent: *
                Disallow: /

                User-agent: otherbot
                User-agent: EvidenceWatch
                Disallow: /a

                User-Agent: evidencewatch/2
                Disallow: /b
                Crawl-delay: 7
                """;
        RobotsRules rules = RobotsRules.parse(robots.getBytes(StandardCharsets.UTF_8), "text/plain", userAgent);
        assertThat(rules.allows("/a")).isFalse();
        assertThat(rules.allows("/b")).isFalse();
        assertThat(rules.allows("/c")).isTrue();
        assertThat(rules.allows("/robots.txt")).isTrue();
        assertThat(rules.crawlDelay()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\ufeff", "Disallow: /", "<html><body>Not found</body></html>", "User-agent: x\nDisallow: /"
            })
    void allowsAllWhereNothingIsSaidToUs(String robots) {
        assertThat(rules(robots).allows("/a")).isTrue();
        assertThat(rules(robots).crawlDelay()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"86400, PT24H", "0.5, PT0.5S", "NaN, ", "-1, ", "ten, ", "0, "})
    void readsCrawlDelayAsWritten(String written, String delay) {
        assertThat(rules("User-agent: *\nCrawl-delay: " + written)
                        .crawlDelay()
                        .map(Duration::toString)
                        .orElse(null))
                .isEqualTo(delay);
        assertThat(rules("User-agent: *\nCrawl-delay: " + written).allows("/a")).isTrue();
    }

    @Test
    void dropsTheLineThatTheLimitCuts() {
        String head = "User-agent: *\nDisallow: /a\n";
        String filler = "#".repeat(RobotsRules.MOST_OCTETS - head.length() - "\nDisallow: /".length());
        assertThat(rules(head + filler + "\nDisallow: /private").allows("/public"))
                .isTrue();
        assertThat(rules(head + filler + "\nDisallow: /private").allows("/a")).isFalse();
        assertThat(rules(head + filler + "\nDisallow: /").allows("/public"))
                .as("also where the transport has cut it already")
                .isTrue();
    }

    @Test
    void resolvesDotsBeforeItAsks() {
        assertThat(rules("User-agent: *\nDisallow: /private").allows("https://a.example/public/%2e%2E/private"))
                .isFalse();
    }

    @Test
    void namesUrlThatIsNone() {
        assertThatThrownBy(() -> rules("").allows("private"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'private'");
    }

    private static RobotsRules rules(String robots) {
        return RobotsRules.parse(robots.getBytes(StandardCharsets.UTF_8), "text/plain", "EvidenceWatch");
    }
}
