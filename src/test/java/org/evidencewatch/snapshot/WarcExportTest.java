package org.evidencewatch.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.snapshot.HandmadeWarc.gzip;
import static org.evidencewatch.snapshot.HandmadeWarc.joined;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.TestHouse;
import org.evidencewatch.job.ManualCapture;
import org.evidencewatch.job.ManualPage;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.snapshot.ArchiveReply.Refused;
import org.evidencewatch.snapshot.ArchiveReply.Written;
import org.evidencewatch.snapshot.ArchiveReply.WrittenFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HeaderValidator;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an archive makes of each kind of capture, and what it does to the directory that it is for. */
class WarcExportTest {

    private static final String TEXT = """
            <html><body><main><h1>Refunds</h1><p>Within 30 days of the first payment you can ask for your money back,
            for any reason, and we return all of it.</p></main></body></html>""";

    @TempDir
    private Path folder;

    private Path out;
    private TestHouse house;

    @BeforeEach
    void readANight() throws IOException {
        out = folder.resolve("out");
        house = TestHouse.open(Instant.parse("2026-06-12T00:00:00Z"));
        house.importRecord(Files.writeString(folder.resolve("acme.json"), """
                {"slug": "acme", "name": "Acme", "score": 61, "grade": "C",
                 "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                 "citations": [{"url": "https://a.example/refunds", "title": "Refunds", "accessed": "2026-06-01"},
                               {"url": "https://a.example/old", "title": "Old", "accessed": "2026-06-01"},
                               {"url": "https://a.example/lost", "title": "Lost", "accessed": "2026-06-01"}]}"""));
        record(
                "refunds",
                joined(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nSet-Cookie: id=SECRET\r\n\r\n",
                        gzip(TEXT.getBytes(UTF_8))));
        record("old", "HTTP/1.1 301 Moved\r\nLocation: /refunds\r\n\r\n".getBytes(UTF_8));
        record("lost", "FAULT TLS_ERROR certificate expired\n".getBytes(UTF_8));
        night("2026-06-10");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void eachKindOfCaptureIsTheRecordThatTheStandardHasForIt() throws IOException {
        bring("https://a.example/lost");
        var written = (Written) export(out, 1_000_000);
        assertThat(written).isEqualTo(new Written(written.files(), 5, 0, 1, List.of()));
        var records = records("evidence-00001.warc.gz");
        assertThat(records)
                .containsExactlyInAnyOrder(
                        "warcinfo  ",
                        "response https://a.example/refunds 200",
                        "response https://a.example/old 301",
                        "response https://a.example/refunds 200",
                        // the page that moved was read again
                        "response https://a.example/old 301",
                        "response https://a.example/refunds 200",
                        "metadata https://a.example/lost TLS_ERROR: certificate expired",
                        "resource https://a.example/lost text/html");
        try (var replayed = Replayed.open(out.resolve("evidence-00001.warc.gz"))) {
            assertThat(replayed.body("https://a.example/refunds")).isEqualTo(TEXT);
            assertThat(replayed.failure("https://a.example/lost").detail()).isEqualTo("certificate expired");
        }
    }

    @Test
    void noCookieLeavesTheHouse() throws IOException {
        export(out, 1_000_000);
        try (var reader = new WarcReader(out.resolve("evidence-00001.warc.gz"))) {
            for (WarcRecord record : reader) {
                assertThat(new String(record.body().stream().readAllBytes(), UTF_8))
                        .doesNotContain("SECRET");
            }
        }
    }

    @Test
    void aFullFileIsFollowedByAnother() throws IOException {
        var written = (Written) export(out, 1);
        assertThat(written.files())
                .extracting(WrittenFile::name)
                .containsExactly(
                        "evidence-00001.warc.gz",
                        "evidence-00002.warc.gz",
                        "evidence-00003.warc.gz",
                        "evidence-00004.warc.gz");
        for (WrittenFile file : written.files()) {
            assertThat(records(file.name()).getFirst()).startsWith("warcinfo");
            assertThat(records(file.name())).hasSize((int) file.records());
        }
        assertThat(((Written) export(out, 1_000_000)).files()).hasSize(1);
        assertThat(names())
                .as("an archive of fewer files leaves none of the other")
                .containsExactly("evidence-00001.warc.gz");
    }

    @Test
    void aDirectoryWithAnythingElseInItIsLeftAlone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.tex"), "mine");
        assertThat(export(out, 1))
                .isEqualTo(new Refused(
                        out + " holds thesis.tex, which is no part of an archive of ours. Name another directory."));
        assertThat(names()).containsExactly("thesis.tex");
        assertThat(export(out.resolve("thesis.tex"), 1)).isEqualTo(new Refused(out + "/thesis.tex is no directory"));
    }

    @Test
    void whatAKilledExportLeftIsRemovedAndTheEarlierArchiveStandsUntilThen() throws IOException {
        export(out, 1_000_000);
        byte[] earlier = Files.readAllBytes(out.resolve("evidence-00001.warc.gz"));
        Path left = out.resolve(".evidence-00001.warc.gz.00000000-0000-0000-0000-000000000000.part");
        Files.writeString(left, "half");
        assertThat(Files.readAllBytes(out.resolve("evidence-00001.warc.gz"))).isEqualTo(earlier);
        export(out, 1_000_000);
        assertThat(names()).containsExactly("evidence-00001.warc.gz");
    }

    @Test
    void anEmptyDatabaseMakesNoFile() throws IOException {
        var nothing = new ArchiveOrder(
                out, Optional.of(Instant.parse("2030-01-01T00:00:00Z")), Optional.empty(), Optional.empty());
        assertThat(house.get(WarcExport.class).export(nothing, ArchiveProgress.NONE))
                .isEqualTo(new Written(List.of(), 0, 0, 0, List.of()));
    }

    @Test
    void bytesThatAreNoLongerThoseReceivedAreNotWritten() throws IOException {
        house.get(JdbcClient.class)
                .sql("alter table snapshot disable trigger all")
                .update();
        house.get(JdbcClient.class)
                .sql(
                        "update snapshot set body = set_bit(body, 8 * (octet_length(body) / 2), 1 - get_bit(body, 8 * (octet_length(body) / 2)))")
                .update();
        var written = (Written) export(out, 1_000_000);
        assertThat(written.damaged())
                .hasSize(3)
                .allSatisfy(damage -> assertThat(damage)
                        .containsPattern(
                                "capture \\d+ of https://a.example/(refunds|old): snapshot [0-9a-f]{64} no longer"));
        assertThat(records("evidence-00001.warc.gz"))
                .filteredOn(record -> record.contains("SNAPSHOT_DAMAGED"))
                .hasSize(3);
        assertThat(records("evidence-00001.warc.gz")).noneMatch(record -> record.endsWith(" 200"));
        try (var replayed = Replayed.open(out.resolve("evidence-00001.warc.gz"))) {
            assertThat(replayed.failure("https://a.example/refunds").detail()).contains("SNAPSHOT_DAMAGED");
        }
    }

    private ArchiveReply export(Path directory, long most) throws IOException {
        var order = new ArchiveOrder(directory, Optional.empty(), Optional.empty(), Optional.empty());
        return new WarcExport(house.get(ArchiveRows.class), house.get(Snapshots.class), most)
                .export(order, ArchiveProgress.NONE);
    }

    /** The records of a file, each by type, address, and what is told of it; none breaks a rule of the standard. */
    private List<String> records(String file) throws IOException {
        var told = new ArrayList<String>();
        try (var reader = new WarcReader(out.resolve(file))) {
            for (WarcRecord record : reader) {
                assertThat(HeaderValidator.warc_1_1(true).validate(record.headers()))
                        .isEmpty();
                told.add("%s %s %s"
                        .formatted(
                                record.type(),
                                record.headers().first("WARC-Target-URI").orElse(""),
                                what(record)));
            }
        }
        return told;
    }

    private static String what(WarcRecord record) throws IOException {
        return switch (record) {
            case WarcResponse response -> Integer.toString(response.http().status());
            case WarcMetadata metadata ->
                metadata.fields().sole("evidenceOutcome").orElseThrow() + ": "
                        + metadata.fields().sole("evidenceDetail").orElseThrow();
            case WarcResource resource -> resource.contentType().toString();
            default -> "";
        };
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void bring(String url) {
        var page = new ManualPage(
                url,
                TEXT.getBytes(UTF_8),
                Optional.of("text/html"),
                "anna",
                Instant.parse("2026-06-11T08:00:00Z"),
                "our reader mistrusts its certificate");
        assertThat(house.get(ManualCapture.class).take(page)).isInstanceOf(ManualCapture.Outcome.Taken.class);
    }

    private void night(String date) {
        var request = RefreshRequest.replayOf(folder.resolve("night"), Instant.parse(date + "T02:00:00Z"));
        assertThat(house.get(Refresh.class).refresh(request, Progress.NONE))
                .isInstanceOf(Refresh.Outcome.Completed.class);
    }

    private void record(String page, byte[] recording) throws IOException {
        Path host = Files.createDirectories(folder.resolve("night/a.example"));
        Files.write(host.resolve(page + ".http"), recording);
    }
}
