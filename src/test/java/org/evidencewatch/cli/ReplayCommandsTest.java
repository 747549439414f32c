package org.evidencewatch.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evidencewatch.TestHouse;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code diff} and {@code explain}, on a page that was read, changed, and was confirmed. */
@ExtendWith(OutputCaptureExtension.class)
class ReplayCommandsTest {

    private static final String PAGE = "/help/refunds";

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private TestHouse house;
    private long change;
    private List<Long> captures = List.of();
    private int seen;

    @BeforeEach
    void readTwiceAndConfirm(@TempDir Path folder) throws Exception {
        site.start();
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8",
                "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        house.importRecord(Files.writeString(folder.resolve("lumora.json"), """
                {"slug": "lumora", "name": "Lumora", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                """.formatted(site.baseUrl() + PAGE)));
        serve("within 30 days");
        night();
        serve("within 14 days");
        house.pass(Duration.ofDays(1));
        night();
        house.pass(Duration.ofMinutes(30));
        house.get(Refresh.class).confirm(Progress.NONE);
        var db = house.get(JdbcClient.class);
        change = db.sql("select id from change").query(Long.class).single();
        captures = db.sql("select id from capture order by id")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    @Test
    void diffComparesTwoCapturesByTheirIds(CapturedOutput output) {
        assertThat(run("diff", captures.get(0).toString(), captures.get(1).toString(), "--json"))
                .isZero();

        JsonNode document = json(output);
        assertThat(document.propertyNames()).containsExactly("a", "b", "verdict", "severity", "reasons");
        assertThat(document.at("/a/capture").asLong()).isEqualTo(captures.get(0));
        assertThat(document.at("/a/url").asString()).isEqualTo(site.baseUrl() + PAGE);
        assertThat(document.at("/b/at").asString()).startsWith("2026-06-11T02:00:00");
        assertThat(document.path("verdict").asString()).isEqualTo("changed");
        assertThat(document.at("/reasons/0/before").asString()).contains("30");
        assertThat(document.at("/reasons/0/after").asString()).contains("14");
        assertThat(document.path("severity").asInt())
                .isGreaterThanOrEqualTo(document.at("/reasons/0/severity").asInt());
    }

    @Test
    void diffOfAnAddressComparesItsLastTwoGoodCaptures(CapturedOutput output) {
        assertThat(run("diff", site.baseUrl() + PAGE, "--json")).isZero();
        JsonNode document = json(output);
        assertThat(document.at("/a/capture").asLong()).isEqualTo(captures.get(1));
        assertThat(document.at("/b/capture").asLong()).isEqualTo(captures.get(2));
        assertThat(document.path("verdict").asString()).isEqualTo("unchanged");
    }

    @Test
    void diffShowsPeopleThePassagesThatDiffer(CapturedOutput output) {
        assertThat(run("diff", captures.get(0).toString(), captures.get(1).toString()))
                .isZero();

        assertThat(fresh(output))
                .contains("\n- You can ask for your money back within 30 days of your first payment")
                .contains("\n+ You can ask for your money back within 14 days of your first payment")
                .doesNotContain("Plans that were renewed")
                .doesNotContain("\033[");
    }

    @Test
    void explainFindsAgainWhatWasFlagged(CapturedOutput output) {
        assertThat(run("explain", Long.toString(change), "--json")).isZero();

        JsonNode told = json(output);
        assertThat(told.path("agrees").asBoolean()).isTrue();
        assertThat(told.path("recomputed")).isEqualTo(told.path("recorded"));
        assertThat(told.at("/recorded/verdict").asString()).isEqualTo("changed");
        assertThat(told.path("state").asString()).isEqualTo("open");
        assertThat(told.at("/baseline/capture").asLong()).isEqualTo(captures.get(0));
        assertThat(told.at("/capture/capture").asLong()).isEqualTo(captures.get(1));
        assertThat(told.at("/capture/state").asString()).isEqualTo("OK");
        assertThat(told.at("/capture/digest").asString()).matches("[0-9a-f]{64}");
        assertThat(told.at("/capture/firstReadBy")).isEqualTo(told.path("extractorVersion"));
        assertThat(told.at("/confirmation/capture").asLong()).isEqualTo(captures.get(2));
        assertThat(told.has("outcome")).isFalse();
        assertThat(told.path("decisions")).isEmpty();
    }

    @Test
    void explainTellsWhatWasDecidedAndHowItEnded(CapturedOutput output) {
        run("queue", "decide", "lumora", "--all", "--verdict", "noise", "--why", "a slip", "--as", "anna");
        fresh(output);

        assertThat(run("explain", Long.toString(change))).isZero();
        assertThat(fresh(output))
                .contains("Change " + change + ", dismissed: ")
                .contains("Both agree.")
                .contains("by capture " + captures.get(2))
                .contains("by anna: noise, a slip");
    }

    @Test
    void unknownIdsAreWrongInput(CapturedOutput output) {
        assertThat(run("explain", "4711")).isEqualTo(2);
        assertThat(output.getErr()).contains("no change has the id 4711");
        assertThat(run("diff", "4711", captures.get(0).toString())).isEqualTo(2);
        assertThat(output.getErr()).contains("no capture has the id '4711'");
        assertThat(run("diff", "https://nowhere.example/")).isEqualTo(2);
        assertThat(output.getErr()).contains("of this page there are 0 good captures");
        assertThat(run("diff", "x y")).isEqualTo(2);
        assertThat(output.getErr()).contains("no address of a page");
        assertThat(output.getOut()).isEmpty();
    }

    private void night() {
        house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE);
    }

    /** Each command closes what it opened; the house itself stays. */
    private int run(String... words) {
        return Evidence.run(
                (web, properties) -> {
                    var opened = new GenericApplicationContext(house.context());
                    opened.refresh();
                    return opened;
                },
                words);
    }

    private JsonNode json(CapturedOutput output) {
        return JsonMapper.shared().readTree(fresh(output));
    }

    private String fresh(CapturedOutput output) {
        String text = output.getOut().substring(seen);
        seen = output.getOut().length();
        return text;
    }

    private void serve(String window) {
        site.stubFor(get(urlEqualTo(PAGE))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html; charset=utf-8")
                        .withBody("""
                        <!doctype html><html lang="en"><head><title>Refunds - Lumora Help</title></head><body>
                        <main><h1>Refunds</h1>
                        <p>You can ask for your money back %s of your first payment, for any reason.</p>
                        <p>Write to our support team, and we return the full amount to the card that you paid with.
                        Plans that were renewed can be cancelled in your profile at any time.</p></main>
                        </body></html>""".formatted(window))));
    }
}
