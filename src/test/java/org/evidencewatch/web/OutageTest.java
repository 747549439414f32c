package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The database goes away under the program, and comes back. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = {PagesTest.Rooms.class, OutageTest.BehindARelay.class},
        properties = "evidence.metrics.token=" + OutageTest.SCRAPER)
class OutageTest {

    static final String SCRAPER = "token-of-a-scraper-in-a-test";

    static class BehindARelay {

        @Bean(destroyMethod = "close")
        Relay relay() {
            return new Relay(port(url()));
        }

        @Bean(destroyMethod = "close")
        @Primary
        HikariDataSource behind(Relay relay) {
            var direct = (HikariDataSource) TestDatabase.fresh();
            var config = new HikariConfig();
            config.setJdbcUrl(
                    direct.getJdbcUrl().replace(":" + port(direct.getJdbcUrl()) + "/", ":" + relay.port() + "/"));
            config.setUsername(direct.getUsername());
            config.setPassword(direct.getPassword());
            config.setConnectionTimeout(1_000);
            config.setMaximumPoolSize(5);
            return new HikariDataSource(config);
        }

        private static String url() {
            return ((HikariDataSource) TestDatabase.fresh()).getJdbcUrl();
        }

        private static int port(String url) {
            return URI.create(url.substring("jdbc:".length())).getPort();
        }
    }

    @Autowired
    private Relay relay;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    @Test
    void answersWithoutItAndRecoversByItself() {
        accounts.add("anna", "correct horse battery", Role.ADMIN, "test");
        String token = ((Tokens.Issue.Issued) tokens.issue("anna", "test", Role.READER)).secret();
        var anna = new Visitor(port);
        anna.login("anna", "correct horse battery");
        var stranger = new Visitor(port);
        assertThat(anna.get("/queue").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/readyz").body()).isEqualTo("ready\n");
        assertThat(anna.get("/readyz").body()).contains("\"migrations\"").contains("\"stale\":false");

        relay.cut();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(stranger.get("/readyz").statusCode()).isEqualTo(503));
        var unready = anna.get("/readyz");
        assertThat(unready.body()).isEqualTo("unready\n");
        assertThat(unready.headers().firstValue("retry-after")).contains("10");
        assertThat(stranger.get("/livez").body()).isEqualTo("alive\n");
        assertThat(anna.get("/livez").statusCode()).isEqualTo(200);
        for (String path : List.of("/queue", "/companies", "/me", "/runs")) {
            var page = anna.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(503);
            assertThat(page.body()).contains("The database does not answer").doesNotContain("Exception", "jdbc");
            assertThat(page.headers().firstValue("retry-after")).contains("10");
            assertThat(page.headers().firstValue("content-security-policy")).isPresent();
        }
        assertThat(stranger.login("anna", "correct horse battery").statusCode()).isEqualTo(503);
        var program = stranger.program("GET", "/api/v1/queue", token);
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(stranger.program("GET", "/metrics", SCRAPER).body())
                .contains("jvm_memory_used_bytes", "evidence_database_up 0.0");

        relay.mend();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(anna.get("/queue").statusCode()).isEqualTo(200));
        assertThat(stranger.program("GET", "/api/v1/queue", token).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(stranger.get("/readyz").body()).isEqualTo("ready\n"));
    }
}
