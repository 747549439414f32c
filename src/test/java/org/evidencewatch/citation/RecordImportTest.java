package org.evidencewatch.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.citation.ImportSummary.Loaded;
import org.evidencewatch.company.InputProblem;
import org.evidencewatch.extract.CardText;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class RecordImportTest {

    private static final Path COMPANIES = Path.of("fixtures", "companies");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T21:30:00Z"), ZoneOffset.UTC);

    private final javax.sql.DataSource database = TestDatabase.fresh();
    private final Records records =
            new Records(JdbcClient.create(database), new DataSourceTransactionManager(database), CLOCK);
    private final List<Long> queued = new ArrayList<>();
    private final Disputes disputes = new Disputes(
            JdbcClient.create(database),
            (company, dispute, at) -> queued.add(dispute),
            new DataSourceTransactionManager(database),
            CLOCK);
    private final RecordImport imports = new RecordImport(records, disputes, new CardText(), CLOCK);

    @TempDir
    Path folder;

    private ImportSummary load(String... names) {
        return imports.run(List.of(names).stream().map(COMPANIES::resolve).toList(), false);
    }

    @Test
    void loadsEveryFormatAndCountsWhatTheFilesHeld() {
        var summary = load("tidewater-courses.txt", "records.json", "citations.csv");

        assertThat(summary.errors()).isEmpty();
        assertThat(summary.companies()).isEqualTo(4);
        assertThat(summary.citations()).isEqualTo(8 + 3 + 1 + 1 + 2);
        assertThat(summary.sources()).isEqualTo(15);
        assertThat(List.of(summary.added(), summary.updated(), summary.unchanged()))
                .containsExactly(4, 1, 0);
        assertThat(summary.records().getFirst())
                .extracting(
                        Loaded::slug,
                        l -> l.score().orElseThrow(),
                        l -> l.grade().orElseThrow())
                .containsExactly("tidewater-courses", 63, "B-");
        assertThat(summary.records().getFirst().dimensions()).isEqualTo(5);
        assertThat(summary.records().getFirst().sources()).isEqualTo(8);
    }

    @Test
    void isTheSameForTheTextAndTheSavedPageOfOneCard() {
        load("tidewater-courses.txt");

        assertThat(load("tidewater-courses.html").unchanged()).isEqualTo(1);
        assertThat(load("tidewater-courses.txt").unchanged()).isEqualTo(1);
    }

    @Test
    void stopsAtNoFileAndHalfLoadsNone() throws IOException {
        String card = Files.readString(COMPANIES.resolve("tidewater-courses.txt"));
        Path cut = Files.writeString(folder.resolve("cut.txt"), card.substring(0, card.length() / 2));
        String json = Files.readString(COMPANIES.resolve("records.json")).replace("\"score\": 41", "\"score\": -1");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), json);

        var summary = imports.run(
                List.of(cut, folder.resolve("missing.csv"), wrong, COMPANIES.resolve("citations.csv")), false);

        assertThat(summary.errors())
                .extracting(InputProblem::file)
                .containsExactly(cut.toString(), folder.resolve("missing.csv").toString(), wrong.toString());
        assertThat(records.slugs()).containsExactly("kestrel-radio", "osprey-letters", "tidewater-courses");
        assertThat(records.find("tidewater-courses").orElseThrow().record().claims())
                .isEmpty();
        assertThat(summary.companies()).isEqualTo(3);
    }

    @Test
    void marksTheDemonstrationsCompanies() {
        imports.run(List.of(COMPANIES.resolve("records.json")), true);

        assertThat(records.find("osprey-letters").orElseThrow().sample()).isTrue();
    }

    @Test
    void takesADisputeOnceHoweverItIsSpelled() throws IOException {
        load("tidewater-courses.txt", "records.json");
        Path disputes = Path.of("fixtures", "disputes", "disputes.json");

        assertThat(imports.run(List.of(disputes), false).disputes()).isEqualTo(new ImportSummary.Taken(2, 0));
        String again =
                Files.readString(disputes).replace("?utm_source=letter", "").replace("legal@", "law@");
        Path other = Files.writeString(folder.resolve("again.json"), again.replace("2026-06-09", "2026-06-10"));
        assertThat(imports.run(List.of(other), false).disputes()).isEqualTo(new ImportSummary.Taken(1, 1));

        assertThat(queued).containsExactly(1L, 2L, 3L);
        assertThat(JdbcClient.create(database)
                        .sql("select urls ->> 0 from dispute where contact = 'legal@tidewater.example'")
                        .query(String.class)
                        .single())
                .isEqualTo("https://help.tidewater.example/knowledge/plans-and-billing?utm_source=letter");
    }

    @Test
    void tellsByLineWhichDisputeCannotBeTaken() throws IOException {
        load("records.json");
        Path file = Path.of("fixtures", "disputes", "disputes.json");
        String future = Files.readString(file).replace("2026-06-09", "2026-06-12");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), future);

        var summary = imports.run(List.of(wrong), false);

        assertThat(summary.errors())
                .containsExactly(
                        new InputProblem(wrong.toString(), 3, "no company 'tidewater-courses' is known"),
                        new InputProblem(wrong.toString(), 12, "received 2026-06-12: that day is yet to come"));
        assertThat(summary.disputes()).isEqualTo(new ImportSummary.Taken(0, 0));
        assertThat(queued).isEmpty();
    }
}
