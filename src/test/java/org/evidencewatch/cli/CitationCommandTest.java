package org.evidencewatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import org.evidencewatch.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CitationCommandTest {

    private static final String SLUG = "fernhill-fitness";
    private static final String TERMS = "https://www.fernhill.example/terms";
    private static final String NEW = "https://www.fernhill.example/membership/terms";

    private final TestHouse house = TestHouse.open(Instant.parse("2026-06-10T21:30:00Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream console = System.out;
    private final PrintStream log = System.err;

    @BeforeEach
    void load() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        house.importRecord(Path.of("fixtures/companies/records.json"));
    }

    @AfterEach
    void hush() {
        house.close();
        System.setOut(console);
        System.setErr(log);
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return Evidence.run(
                (web, properties) -> {
                    var opened = new GenericApplicationContext(house.context());
                    opened.refresh();
                    return opened;
                },
                words);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString(UTF_8));
    }

    @Test
    void movesACitationAndTellsOfItInTheList() {
        assertThat(run("citation", "move", SLUG, TERMS, NEW, "--by", "anna", "--why", "new site"))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(SLUG + ": " + TERMS + ", moved (repair 1)\n");

        assertThat(run("citation", "list", SLUG)).isZero();
        assertThat(out.toString(UTF_8))
                .contains("retired   ", NEW, "by anna: new site", TERMS + " -> " + NEW, "evidence  2026-06-10");
        assertThat(run("citation", "list", SLUG, "--json")).isZero();
        var repair = json().path("repairs").get(0);
        assertThat(repair.path("kind").asString()).isEqualTo("moved");
        assertThat(repair.path("before").path("url").asString()).isEqualTo(TERMS);
        assertThat(repair.path("after").path("url").asString()).isEqualTo(NEW);
        assertThat(json().path("citations").valueStream().filter(c -> c.has("retired")))
                .hasSize(1);
    }

    @Test
    void quotesSplitsMergesAndRetiresAsJson() {
        assertThat(run("citation", "quote", SLUG, TERMS, "--exact", "thirty days", "--by", "a", "--why", "b", "--json"))
                .isZero();
        assertThat(json().path("result").asString()).isEqualTo("done");
        assertThat(json().path("repair").asLong()).isEqualTo(1);
        assertThat(run("citation", "split", SLUG, TERMS, "--by", "a", "--why", "b", "--json"))
                .isEqualTo(2);
        assertThat(json().path("message").asString()).contains("is a page of its own already");
        assertThat(run("citation", "merge", SLUG, TERMS, NEW, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("does not cite " + NEW);
        run("citation", "move", SLUG, TERMS, NEW, "--by", "a", "--why", "b");
        assertThat(run("citation", "retire", SLUG, TERMS, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("retired already");
    }

    @Test
    void saysWhatIsWrongWithWords() {
        assertThat(run("citation", "retire", "fernhil", TERMS, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Did you mean fernhill-fitness?");
        assertThat(run("citation", "retire", SLUG, NEW, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("does not cite " + NEW);
        assertThat(run("citation", "retire", SLUG, TERMS, "--by", "a", "--why", " "))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("explanation (why) is missing");
        assertThat(run("citation", "retire", SLUG, TERMS, "--why", "b")).isEqualTo(2);
        assertThat(run("citation", "quote", SLUG, TERMS, "--exact", "x".repeat(2001), "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("2001 characters long; at most 2000");
        assertThat(run("citation", "list", "nobody")).isEqualTo(2);
        assertThat(run("citation", "move", "--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("Example: evidence citation move");
    }
}
