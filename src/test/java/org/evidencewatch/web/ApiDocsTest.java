package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.Tokens;
import org.evidencewatch.review.WorkQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Runs the examples of src/docs/api.md in their order, each as it stands there, with the curl of this machine. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class ApiDocsTest {

    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?# (\\d{3})\n)```", Pattern.DOTALL);

    @Autowired
    private DataSource database;

    @Autowired
    private WorkQueue queue;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private record Example(String lines, String status) {}

    @Test
    void everyExampleAnswersAsItSays() throws IOException, InterruptedException {
        assumeTrue(hasCurl(), "left out: the examples of src/docs/api.md, since this machine has no curl");
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThan(20);
        new Rows(database).clear();
        sampleIndex();
        String token =
                Program.of(port, Role.PUBLISHER, "paula", accounts, tokens).token();
        // what curl appends to every answer that is not written to a file
        Files.writeString(folder.resolve(".curlrc"), "silent\nshow-error\nwrite-out = \"\\n%{http_code}\"\n");

        for (Example example : examples) {
            String said = run(example.lines(), token);
            assertThat(said.lines().reduce("", (before, line) -> line))
                    .as("%s\nsaid %s", example.lines(), said)
                    .isEqualTo(example.status());
        }
    }

    /** Two companies of the sample index with a changed page each. */
    private void sampleIndex() {
        var rows = new Rows(database);
        for (String company : List.of("nimbusattic", "harbour-ledger")) {
            String url = "https://" + company + ".test/refunds";
            rows.company(company, url);
            rows.published(company, 83, "A", Map.of("refund", "Refunds within 14 days"));
            rows.confirmed(url, "changed", 50);
        }
        queue.settle(clock.instant());
    }

    private static List<Example> examples() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("evidence.root", "."), "src/docs/api.md"));
        List<Example> examples = EXAMPLE.matcher(page)
                .results()
                .map((MatchResult found) -> new Example(found.group(1), found.group(2)))
                .toList();
        assertThat(page.split("```sh", -1)).as("blocks with a status").hasSize(examples.size() + 1);
        return examples;
    }

    private String run(String lines, String token) throws IOException, InterruptedException {
        var shell =
                new ProcessBuilder("sh", "-c", lines).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of("EVIDENCE", "http://127.0.0.1:" + port, "TOKEN", token, "CURL_HOME", folder.toString()));
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static boolean hasCurl() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
