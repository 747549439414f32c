package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Secrets go in by every door there is, and come out by none. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = PagesTest.Rooms.class,
        properties = {
            "evidence.metrics.token=CANARY-of-the-metrics-token",
            "evidence.mail.host=127.0.0.1",
            "evidence.mail.from=a@example.org",
            "evidence.mail.to=b@example.org",
            "evidence.mail.password=CANARY-of-the-mail-password"
        })
class CanaryTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    @Test
    void noPageAndNoLineOfTheLogTellsASecret(CapturedOutput log) {
        accounts.add("anna", "CANARY of a password", Role.ADMIN, "test");
        String token = ((Tokens.Issue.Issued) tokens.issue("anna", "script", Role.READER)).secret();
        var anna = new Visitor(port);
        new Visitor(port).login("anna", "CANARY of a wrong password");
        anna.login("anna", "CANARY of a password");

        for (String path :
                List.of("/me", "/accounts", "/readyz", "/no/such/page", "/queue/4711", "/runs", "/compare?before=x")) {
            assertThat(anna.get(path).body()).as(path).doesNotContain("CANARY", token);
        }
        assertThat(anna.post("/me", "/me/password", Map.of("current", "CANARY-wrong", "fresh", "CANARY"))
                        .body())
                .doesNotContain("CANARY");
        for (String path : List.of("/metrics", "/api/v1/queue", "/api/v1/no", "/api/v1/captures/x")) {
            assertThat(anna.program("GET", path, "CANARY-of-the-metrics-token").body())
                    .as(path)
                    .doesNotContain("CANARY");
            assertThat(anna.program("GET", path, token).body()).as(path).doesNotContain("CANARY", token);
            assertThat(anna.program("GET", path, "ewt_CANARY").body()).as(path).doesNotContain("CANARY");
        }
        LoggerFactory.getLogger("test")
                .error(
                        "posting with {} to https://u:CANARY@example.org failed",
                        token,
                        new IllegalStateException("Bearer " + token));

        assertThat(log.getAll()).contains("posting with ***").doesNotContain("CANARY", token);
    }
}
