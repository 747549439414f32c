package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = PagesTest.Rooms.class,
        properties = "evidence.metrics.token=" + MetricsAccessTest.SCRAPER)
class MetricsAccessTest {

    static final String SCRAPER = "the-token-of-a-scraper";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    @Test
    void onlyATokenOpensThem() {
        accounts.add("rita", "password of rita", Role.READER, "test");
        String token = ((Tokens.Issue.Issued) tokens.issue("rita", "prometheus", Role.READER)).secret();
        var visitor = new Visitor(port);

        assertThat(visitor.program("GET", "/metrics", token).statusCode()).isEqualTo(200);
        assertThat(visitor.program("GET", "/metrics", SCRAPER).statusCode()).isEqualTo(200);
        assertThat(visitor.program("POST", "/metrics", SCRAPER).statusCode()).isEqualTo(403);
        assertThat(visitor.program("GET", "/api/v1/queue", SCRAPER).statusCode())
                .isEqualTo(401);
        assertThat(visitor.program("GET", "/metrics", SCRAPER + "x").statusCode())
                .isEqualTo(401);
        assertThat(visitor.get("/metrics").statusCode()).isEqualTo(401);
        visitor.login("rita", "password of rita");
        assertThat(visitor.get("/metrics").statusCode())
                .as("a session is no token")
                .isEqualTo(401);
    }

    @Test
    void aTokenThatCanBeGuessedIsRefusedAndNoneOpensNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MetricsSettings(Optional.of("guess")))
                .withMessageStartingWith("EVIDENCE_METRICS_TOKEN")
                .withMessageNotContaining("guess");
        assertThat(new MetricsSettings(Optional.of(" ")).opens("")).isFalse();
        assertThat(new MetricsSettings(Optional.of(SCRAPER)).toString()).doesNotContain(SCRAPER);
    }
}
