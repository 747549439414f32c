package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.ArchiveOrder;
import org.evidencewatch.snapshot.ArchiveProgress;
import org.evidencewatch.snapshot.ArchiveReply;
import org.evidencewatch.snapshot.ArchiveReply.Written;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.WarcArchive;
import org.evidencewatch.snapshot.WarcArchive.Usable;
import org.evidencewatch.snapshot.WarcExport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HeaderValidator;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.Warcinfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration's nights as an archive: what others read in it, and what comes of it when it is read again. */
class ArchiveTest {

    private static final Path FIXTURES = Path.of("fixtures");
    private static final List<String> NIGHTS = List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13");
    private static final Instant AFTERWARDS = Instant.parse("2026-06-14T00:00:00Z");

    @TempDir
    static Path folder;

    private static TestHouse house;
    private static Written written;

    @BeforeAll
    static void readAndExport() throws IOException {
        house = TestHouse.open(AFTERWARDS);
        house.importSample(FIXTURES.resolve("demo/companies.json"));
        for (String night : NIGHTS) {
            var request = RefreshRequest.replayOf(FIXTURES.resolve("nights").resolve(night), time(night));
            assertThat(house.get(Refresh.class).refresh(request, Progress.NONE)).isInstanceOf(Completed.class);
        }
        written = export("archive", Optional.empty(), Optional.empty(), Optional.empty());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void everyCaptureIsInItAndNothingElse() throws IOException {
        assertThat(written.captures()).isEqualTo(count("true"));
        assertThat(written.revisits()).isEqualTo(count("kind = 'revisit'")).isPositive();
        assertThat(written.failed()).isEqualTo(count("kind = 'no_capture'")).isPositive();
        assertThat(written.damaged()).isEmpty();
        assertThat(written.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("evidence-00001.warc.gz");
            assertThat(file.bytes())
                    .isEqualTo(Files.size(folder.resolve("archive").resolve(file.name())));
        });
        assertThat(folder.resolve("archive")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void theStandardsOwnReaderFindsNoFault() throws IOException {
        var validator = HeaderValidator.warc_1_1(true);
        var warnings = new ArrayList<String>();
        var ids = new HashSet<String>();
        var dates = new ArrayList<Instant>();
        try (var reader = new WarcReader(file("archive"))) {
            reader.onWarning(warnings::add);
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                assertThat(validator.validate(record.headers()))
                        .as(record.toString())
                        .isEmpty();
                assertThat(record.version().toString()).isEqualTo("WARC/1.1");
                assertThat(ids.add(record.id().toString()))
                        .as("a second " + record.id())
                        .isTrue();
                dates.add(record.date());
                checkDigests(record);
            }
        }
        assertThat(warnings).isEmpty();
        assertThat(dates).isSorted().hasSize((int) written.files().getFirst().records());
    }

    private static void checkDigests(WarcRecord record) throws IOException {
        byte[] block = record.body().stream().readAllBytes();
        assertThat(record.headers().sole("WARC-Block-Digest"))
                .contains("sha256:" + ContentDigest.of(block).hex());
        if (record instanceof WarcResponse) {
            int head = new String(block, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
            byte[] payload = java.util.Arrays.copyOfRange(block, head, block.length);
            assertThat(record.headers().sole("WARC-Payload-Digest"))
                    .contains("sha256:" + ContentDigest.of(payload).hex());
        }
    }

    @Test
    void everyAnswerSaysTheLengthThatItHas() throws IOException {
        try (var reader = new WarcReader(file("archive"))) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    var http = response.http();
                    assertThat(http.headers().first("Content-Encoding")).isEmpty();
                    assertThat(http.headers().sole("Content-Length"))
                            .contains(Integer.toString(http.body().stream().readAllBytes().length));
                }
            }
        }
    }

    @Test
    void everyRevisitRefersToAnAnswerInTheFile() throws IOException {
        Map<String, WarcTargetRecord> answers = new HashMap<>();
        try (var reader = new WarcReader(file("archive"))) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    answers.put(response.id().toString(), response);
                } else if (record instanceof WarcRevisit revisit) {
                    var original = Optional.ofNullable(
                                    answers.get(revisit.refersTo().orElseThrow().toString()))
                            .orElseThrow(() -> new AssertionError("not in the file: what is meant by " + revisit));
                    assertThat(revisit.refersToTargetURI()).contains(original.targetURI());
                    assertThat(revisit.refersToDate()).contains(original.date());
                }
            }
        }
    }

    @Test
    void aFileSaysWhatItIs() throws IOException {
        try (var reader = new WarcReader(file("archive"))) {
            var info = (Warcinfo) reader.next().orElseThrow();
            assertThat(info.filename()).contains("evidence-00001.warc.gz");
            assertThat(info.fields().sole("format")).contains("WARC File Format 1.1");
            assertThat(info.fields().sole("conformsTo").orElseThrow()).endsWith("/warc-1.1/");
            assertThat(info.fields().sole("software").orElseThrow()).startsWith("Evidence Watch");
        }
    }

    @Test
    void theSameCapturesMakeTheSameOctets() throws IOException {
        export("again", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(file("again")).hasSameBinaryContentAs(file("archive"));
        export("again", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(file("again")).hasSameBinaryContentAs(file("archive"));
    }

    @Test
    void aPartOfItBringsWhatItsRevisitsReferTo() throws IOException {
        var part = export("part", Optional.of(time("2026-06-11")), Optional.of(time("2026-06-11")), Optional.empty());
        assertThat(part.captures())
                .isEqualTo(count("at = '2026-06-11T02:00Z' or id in"
                        + " (select refers_to from capture where at = '2026-06-11T02:00Z')"));
        var one = export("one", Optional.empty(), Optional.empty(), Optional.of("nimbusattic"));
        assertThat(one.captures())
                .isEqualTo(count("source_id in (select source_id from citation join company on company.id = company_id"
                        + " where slug = 'nimbusattic')"))
                .isLessThan(written.captures());
    }

    @Test
    void readAgainItGivesTheSameVerdictsTheSameBytesAndTheSameQueue() throws IOException {
        try (var other = TestHouse.open(AFTERWARDS);
                var archive = ((Usable) WarcArchive.open(file("archive"))).archive()) {
            assertThat(archive.flaws()).isEmpty();
            other.importSample(FIXTURES.resolve("demo/companies.json"));
            for (String night : NIGHTS) {
                var request = RefreshRequest.replayOf(file("archive"), time(night));
                assertThat(other.get(Refresh.class).replay(request, archive, Progress.NONE))
                        .isInstanceOf(Completed.class);
            }
            assertThat(verdicts(other)).containsExactlyElementsOf(verdicts(house));
            assertThat(queue(other)).containsExactlyElementsOf(queue(house));
            assertThat(other.get(Verification.class).checks())
                    .filteredOn(check -> !check.ok())
                    .isEmpty();
        }
    }

    private static Written export(
            String name, Optional<Instant> since, Optional<Instant> until, Optional<String> company)
            throws IOException {
        var order = new ArchiveOrder(folder.resolve(name), since, until, company);
        ArchiveReply reply = house.get(WarcExport.class).export(order, ArchiveProgress.NONE);
        assertThat(reply).isInstanceOf(Written.class);
        return (Written) reply;
    }

    private static Path file(String name) {
        return folder.resolve(name).resolve("evidence-00001.warc.gz");
    }

    private static Instant time(String night) {
        return Instant.parse(night + "T02:00:00Z");
    }

    private static long count(String where) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from capture where " + where)
                .query(Long.class)
                .single();
    }

    private static List<String> verdicts(TestHouse of) {
        return of.get(JdbcClient.class)
                .sql("""
                        select concat_ws(' ', c.at, s.url, c.purpose, c.kind, c.profile, c.outcome, c.status, m.verdict,
                            c.effective_url, c.redirects, coalesce(c.snapshot_digest, r.snapshot_digest))
                        from capture c join source s on s.id = c.source_id
                        left join capture r on r.id = c.refers_to
                        left join comparison m on m.capture_id = c.id
                        order by c.at, s.url, c.purpose""")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static List<String> queue(TestHouse of) {
        return of.get(WorkQueue.class).list().stream()
                .map(item -> item.company() + " " + item.lane() + " " + item.severity() + " "
                        + item.reasons().stream()
                                .map(reason -> reason.code() + " " + reason.url() + " " + reason.severity())
                                .sorted()
                                .toList())
                .toList();
    }
}
