package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordCommandsTest {

    private static final String CARD = "fixtures/companies/tidewater-courses.txt";

    private final Console console = new Console();

    @TempDir
    Path folder;

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
    void importTellsWhatTheFilesHeldAsOneJsonDocument() {
        assertThat(run("import", CARD, "--json")).isZero();

        var summary = json();
        assertThat(summary.propertyNames())
                .containsExactly(
                        "companies",
                        "citations",
                        "sources",
                        "added",
                        "updated",
                        "unchanged",
                        "records",
                        "errors",
                        "warnings",
                        "disputes");
        assertThat(summary.path("sources").asInt()).isEqualTo(8);
        assertThat(summary.path("added").asInt()).isEqualTo(1);
        assertThat(summary.path("records").get(0)).isEqualTo(JsonMapper.shared().readTree("""
                {"slug": "tidewater-courses", "name": "Tidewater Courses", "score": 63, "grade": "B-",
                 "dimensions": 5, "sources": 8, "outcome": "added"}"""));
        assertThat(run("import", CARD, "--json")).isZero();
        assertThat(json().path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void importLoadsTheRestAndExitsWithTwoWhenAFileIsWrong() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));

        assertThat(run("import", empty.toString(), CARD, "--json")).isEqualTo(2);
        var error = json().path("errors").get(0);
        assertThat(error.path("file").asString()).isEqualTo(empty.toString());
        assertThat(error.path("line").asInt()).isEqualTo(1);
        assertThat(error.path("reason").asString()).isEqualTo("the file is empty");
        assertThat(json().path("companies").asInt()).isEqualTo(1);
    }

    @Test
    void importPrintsATableForPeople() {
        assertThat(run("import", CARD, "fixtures/companies/citations.csv", "nowhere.txt"))
                .isEqualTo(2);

        assertThat(console.out())
                .contains("tidewater-courses  Tidewater Courses  63/100 B-  5 dimensions  8 sources   added")
                .contains("2 companies, 11 citations, 11 sources: 2 added, 1 updated, 0 unchanged")
                .contains("error: nowhere.txt:1: no such file");
    }

    @Test
    void importOfDisputesPutsEachBeforeReviewersOnce() {
        run("import", CARD, "fixtures/companies/records.json");

        assertThat(run("import", "fixtures/disputes/disputes.json", "--json")).isZero();
        assertThat(json().path("disputes")).isEqualTo(JsonMapper.shared().readTree("""
                {"added": 2, "unchanged": 0}"""));
        assertThat(run("import", "fixtures/disputes/disputes.json")).isZero();
        assertThat(console.out()).contains("disputes: 0 added, 2 unchanged").doesNotContain("legal@");

        var rows = JdbcClient.create(console.house().get(DataSource.class));
        assertThat(rows.sql("""
                        select c.slug || ' ' || r.lane || ' ' || d.party || ' ' || coalesce(d.dimension, '-')
                        from reason r join dispute d on d.id = r.dispute_id join company c on c.id = r.company_id
                        join work_item w on w.id = r.work_item_id and w.company_id = c.id and w.closed_at is null
                        where r.change_id is null and r.source_id is null and r.closed_at is null
                        order by c.slug""").query(String.class).list())
                .containsExactly("fernhill-fitness Disputed reader -", "tidewater-courses Disputed company refund");
    }

    @Test
    void companyShowGivesTheRecordAsPublished() {
        run("import", CARD);

        assertThat(run("company", "show", "tidewater-courses")).isZero();
        assertThat(console.out())
                .contains("Tidewater Courses · Online courses · NZ")
                .contains("63/100 (grade B-) · CES-1.1 · Documented-Policy tier")
                .contains("last reviewed 2026-05-18 · scope: documented public policy · revision 0")
                .contains("pause              offered. A plan can rest")
                .contains("Citations (8)")
                .contains("evidence  2026-05-18  Plans & billing | Tidewater Help")
                .contains("action    -           https://share.hsforms.com/1InventedTidewaterForm");
    }

    @Test
    void companyShowGivesTheRecordAsJson() {
        run("import", CARD);

        assertThat(run("company", "show", "tidewater-courses", "--json")).isZero();
        var record = json();
        assertThat(record.path("score").asInt()).isEqualTo(63);
        assertThat(record.path("lastReviewed").asString()).isEqualTo("2026-05-18");
        assertThat(record.path("claims")).hasSize(5);
        assertThat(record.path("claims").get(4).path("urls")).hasSize(3);
        assertThat(record.path("citations")).hasSize(8);
        assertThat(record.path("citations").get(7).has("accessed")).isFalse();
        assertThat(record.path("citations").get(7).path("kind").asString()).isEqualTo("action");
    }

    @Test
    void companyShowGuessesWhatWasMeant() {
        assertThat(run("company", "show", "anything")).isEqualTo(2);
        assertThat(console.err()).contains("nothing was imported yet");
        run("import", CARD, "fixtures/companies/citations.csv");

        assertThat(run("company", "show", "tidewater")).isEqualTo(2);
        assertThat(console.err()).contains("No company 'tidewater'. Did you mean tidewater-courses?");
        assertThat(run("company", "show", "kestral-radio")).isEqualTo(2);
        assertThat(console.err()).contains("Did you mean kestrel-radio?");
        assertThat(run("company", "show", "zzzzzz")).isEqualTo(2);
        assertThat(console.err()).contains("No company 'zzzzzz' among the 2 imported.");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void wrongUsageExitsWithTwoAndHelpWithAnExample() {
        assertThat(run("import")).isEqualTo(2);
        assertThat(run("company")).isEqualTo(2);
        assertThat(run("import", "--help")).isZero();
        assertThat(console.out()).contains("Example: evidence import");
        assertThat(run("company", "show", "--help")).isZero();
        assertThat(console.out()).contains("Example: evidence company show");
    }
}
