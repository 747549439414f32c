package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code export warc} and {@code refresh --replay FILE}, at a time of 2026-06-10T21:30Z. */
class ArchiveCommandsTest {

    private static final String COMPANY = "acme";
    private static final String NIGHT = "fixtures/nights/2026-06-10";

    private final Console console = new Console();

    @TempDir
    Path folder;

    private String out;
    private Path file;

    @BeforeEach
    void readANight() throws IOException {
        out = folder.resolve("archive").toString();
        file = folder.resolve("archive/evidence-00001.warc.gz");
        var record = Files.writeString(folder.resolve("acme.json"), """
                {"slug": "acme", "name": "Acme", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "https://www.nimbusattic.example/help/refunds", "title": "Refunds"},
                               {"url": "https://www.nimbusattic.example/plans", "title": "Plans"}]}""");
        assertThat(run("import", record.toString())).isZero();
        assertThat(run("refresh", "--company", COMPANY, "--replay", NIGHT)).isZero();
    }

    @AfterEach
    void hush() {
        console.close();
    }

    private int run(String... words) {
        return console.run(words);
    }

    @Test
    void whatIsExportedCanBeReadInPlaceOfTheWeb() {
        assertThat(run("export", "warc", "--out", out, "--json")).isZero();
        var document = console.json();
        assertThat(document.propertyNames()).containsExactly("files", "captures", "revisits", "failed", "damaged");
        assertThat(document.path("files").get(0).propertyNames()).containsExactly("name", "records", "bytes");
        assertThat(document.path("captures").asInt()).isPositive();

        assertThat(run("refresh", "--all", "--company", COMPANY, "--replay", file.toString(), "--json"))
                .isZero();
        assertThat(console.json().path("asOf").asString()).startsWith("2026-06-10T02:00:00");
        assertThat(console.json().path("sources").asInt())
                .isEqualTo(document.path("captures").asInt())
                .isEqualTo(console.json().path("unchanged").asInt());
        assertThat(console.err()).doesNotContain("left out");
    }

    @Test
    void aNamedTimeAndACompanyNarrowIt() {
        assertThat(run(
                        "export",
                        "warc",
                        "--out",
                        out,
                        "--since",
                        "2026-06-10",
                        "--until",
                        "2026-06-10",
                        "--company",
                        COMPANY,
                        "--json"))
                .isZero();
        assertThat(console.json().path("captures").asInt()).isPositive();
        assertThat(run("export", "warc", "--out", out, "--since", "2026-06-10T02:00:01Z", "--json"))
                .isZero();
        assertThat(console.json().path("captures").asInt()).isZero();
        assertThat(file).as("an archive of nothing replaces the earlier one").doesNotExist();
    }

    @Test
    void wrongInputIsTwoAndSaysWhat() throws IOException {
        assertThat(run("export", "warc", "--out", out, "--since", "yesterday")).isEqualTo(2);
        assertThat(console.err()).contains("--since: 'yesterday' is no date");
        assertThat(run("export", "warc", "--out", out, "--since", "2026-06-11", "--until", "2026-06-10"))
                .isEqualTo(2);
        assertThat(run("export", "warc", "--out", out, "--company", "nobody")).isEqualTo(2);
        assertThat(console.err()).contains("no record is named 'nobody'").contains(COMPANY);
        assertThat(run(
                        "export",
                        "warc",
                        "--out",
                        Files.writeString(folder.resolve("x"), "x").toString()))
                .isEqualTo(2);
        assertThat(run("export", "warc")).isEqualTo(2);
        assertThat(run("export", "warc", "--help")).isZero();
        assertThat(console.out()).contains("Example: evidence export warc");
    }

    @Test
    void anArchiveThatCannotBeReadWritesNothing() throws IOException {
        var junk = Files.writeString(folder.resolve("junk.warc"), "WARC/1.0\r\nno field\r\n\r\n");
        long runs = runs();
        assertThat(run("refresh", "--replay", junk.toString())).isEqualTo(2);
        assertThat(console.err()).contains("junk.warc: record at 0: ");
        assertThat(run("refresh", "--replay", archived("9999-01-01T00:00:00Z").toString()))
                .isEqualTo(2);
        assertThat(console.err()).contains("9999-01-01T00:00:00Z, which is yet to come; name a time by --as-of");
        assertThat(runs()).isEqualTo(runs);
        assertThat(run(
                        "refresh",
                        "--all",
                        "--company",
                        COMPANY,
                        "--as-of",
                        "2026-06-10T03:00:00Z",
                        "--replay",
                        archived("9999-01-01T00:00:00Z").toString()))
                .isZero();
    }

    @Test
    void aRecordOfNoUseIsNamedAndTheOthersAreRead() throws IOException {
        var archive = archived("2026-06-10T01:00:00Z");
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(whole, whole.length - 9));
        assertThat(run("refresh", "--all", "--company", COMPANY, "--replay", archive.toString()))
                .isZero();
        assertThat(console.err()).contains("left out: " + archive + ": record at 0: it breaks off");
    }

    @Test
    void aBitThatFlippedInTheStoreIsNamedByVerifyAndNotExported() {
        String digest = flip();
        assertThat(run("verify")).isEqualTo(3);
        assertThat(console.out()).contains("NO    I-01").contains("snapshot " + digest);
        assertThat(run("verify", "--json")).isEqualTo(3);
        assertThat(console.json().path("ok").asBoolean()).isFalse();
        assertThat(run("export", "warc", "--out", out)).isEqualTo(3);
        assertThat(console.err()).contains("left out: capture ").contains("snapshot " + digest);
        assertThat(console.out()).contains("1 damaged");
    }

    /** Changes one bit of one stored page behind the back of the triggers; its digest. */
    private String flip() {
        var jdbc = console.house().get(JdbcClient.class);
        jdbc.sql("alter table snapshot disable trigger all").update();
        String digest = jdbc.sql("""
                        update snapshot set body = set_bit(body, 8 * (octet_length(body) / 2),
                            1 - get_bit(body, 8 * (octet_length(body) / 2)))
                        where digest = (select min(digest) from snapshot) returning digest""").query(String.class).single();
        jdbc.sql("alter table snapshot enable trigger all").update();
        return digest;
    }

    private long runs() {
        return console.house()
                .get(JdbcClient.class)
                .sql("select count(*) from run")
                .query(Long.class)
                .single();
    }

    private Path archived(String date) throws IOException {
        String http = "HTTP/1.1 200 OK\r\n\r\nhello";
        String record = """
                WARC/1.0
                WARC-Type: response
                WARC-Target-URI: https://a.example/
                WARC-Date: %s
                Content-Type: application/http
                Content-Length: %d

                """.formatted(date, http.length()).replace("\n", "\r\n") + http + "\r\n\r\n";
        return Files.write(folder.resolve("made.warc"), record.getBytes(StandardCharsets.UTF_8));
    }
}
