package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CitationCommandTest {

    private static final String SLUG = "fernhill-fitness";
    private static final String TERMS = "https://www.fernhill.example/terms";
    private static final String NEW = "https://www.fernhill.example/membership/terms";

    private final Console console = new Console();

    @BeforeEach
    void load() {
        console.house().importRecord(Path.of("fixtures/companies/records.json"));
    }

    @AfterEach
    void hush() {
        console.close();
    }

    private int run(String... words) {
        return console.run(words);
    }

    private JsonNode json() {
        return console.json();
    }

    @Test
    void movesACitationAndTellsOfItInTheList() {
        assertThat(run("citation", "move", SLUG, TERMS, NEW, "--by", "anna", "--why", "new site"))
                .isZero();
        assertThat(console.out()).isEqualTo(SLUG + ": " + TERMS + ", moved (repair 1)\n");

        assertThat(run("citation", "list", SLUG)).isZero();
        assertThat(console.out())
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
        assertThat(console.err()).contains("does not cite " + NEW);
        run("citation", "move", SLUG, TERMS, NEW, "--by", "a", "--why", "b");
        assertThat(run("citation", "retire", SLUG, TERMS, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(console.err()).contains("retired already");
    }

    @Test
    void saysWhatIsWrongWithWords() {
        assertThat(run("citation", "retire", "fernhil", TERMS, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(console.err()).contains("Did you mean fernhill-fitness?");
        assertThat(run("citation", "retire", SLUG, NEW, "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(console.err()).contains("does not cite " + NEW);
        assertThat(run("citation", "retire", SLUG, TERMS, "--by", "a", "--why", " "))
                .isEqualTo(2);
        assertThat(console.err()).contains("explanation (why) is missing");
        assertThat(run("citation", "retire", SLUG, TERMS, "--why", "b")).isEqualTo(2);
        assertThat(run("citation", "quote", SLUG, TERMS, "--exact", "x".repeat(2001), "--by", "a", "--why", "b"))
                .isEqualTo(2);
        assertThat(console.err()).contains("2001 characters long; at most 2000");
        assertThat(run("citation", "list", "nobody")).isEqualTo(2);
        assertThat(run("citation", "move", "--help")).isZero();
        assertThat(console.out()).contains("Example: evidence citation move");
    }
}
