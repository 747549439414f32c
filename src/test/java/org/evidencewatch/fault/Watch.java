package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.TestHouse;
import org.evidencewatch.fetch.FetchLimits;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Network;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.RefreshReport;
import org.evidencewatch.job.RefreshRequest;
import org.evidencewatch.job.Verification;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A whole house on a database of its own, with short waits, and what tests ask of its record. */
final class Watch implements AutoCloseable {

    /** Least pause between two requests to a host. */
    static final Duration DELAY = Duration.ofMillis(50);

    private static final FetchLimits SHORT = new FetchLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            DataSize.ofKilobytes(16),
            200,
            DataSize.ofMegabytes(8),
            DataSize.ofMegabytes(16),
            200,
            10,
            Duration.ofMillis(200),
            64);

    private final TestHouse house;
    private final Path folder;

    /** A house that keeps files of records in that folder. */
    Watch(Path folder) {
        this.folder = folder;
        this.house = TestHouse.open(
                Instant.parse("2026-06-10T02:00:00Z"),
                new FetchSettings(
                        "EvidenceWatch/0.1 (+https://evidencewatch.org/bot)",
                        DELAY,
                        List.of(Network.parse("127.0.0.0/8")),
                        SHORT));
    }

    /** The newest capture of a page, as it was filed. */
    record Filed(
            long id,
            String outcome,
            String detail,
            boolean good,
            String verdict,
            Optional<String> digest,
            Optional<String> etag,
            Optional<String> effectiveUrl) {}

    /** Lets a company cite a page. */
    void cite(String slug, URI url) {
        try {
            house.importRecord(Files.writeString(folder.resolve(slug + ".json"), """
                    {"slug": "%s", "name": "%s", "score": 61, "grade": "C",
                     "claims": [{"dimension": "refund", "statement": "Refunds within 30 days."}],
                     "citations": [{"url": "%s", "title": "Refunds", "accessed": "2026-06-01", "kind": "evidence"}]}
                    """.formatted(slug, slug, url)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what is due. */
    RefreshReport night() {
        return report(house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE));
    }

    /** A day later, and longer than a robots.txt is remembered. */
    RefreshReport nextNight() {
        house.pass(Duration.ofHours(25));
        return night();
    }

    /** Half an hour later, reads what has changed once more. */
    RefreshReport confirm() {
        house.pass(Duration.ofMinutes(31));
        return report(house.get(Refresh.class).confirm(Progress.NONE));
    }

    Filed newest(URI url) {
        return house.get(JdbcClient.class)
                .sql("""
                        select c.id, c.outcome, c.detail, c.good, m.verdict, c.snapshot_digest, c.etag, c.effective_url
                        from capture c join source s on s.id = c.source_id join comparison m on m.capture_id = c.id
                        where s.url = :url order by c.id desc limit 1""")
                .param("url", url.toString())
                .query((row, n) -> new Filed(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getString(8))))
                .single();
    }

    /** The accepted capture of a page, and the newest good one. */
    List<Long> accepted(URI url) {
        return house.get(JdbcClient.class)
                .sql("""
                        select b.capture_id, (select max(coalesce(c.refers_to, c.id)) from capture c
                                              where c.source_id = s.id and c.good)
                        from source s join current_baseline b on b.source_id = s.id where s.url = :url""")
                .param("url", url.toString())
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** What was detected of a page, each with its state: {@code gone observed}. */
    List<String> detected(URI url) {
        return house.get(JdbcClient.class)
                .sql("""
                        select h.kind || ' ' || h.state from change_state h join source s on s.id = h.source_id
                        where s.url = :url order by h.id""")
                .param("url", url.toString())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The stored body of a page's newest good response. */
    byte[] goodBody(URI url) {
        String digest = house.get(JdbcClient.class)
                .sql("""
                        select c.snapshot_digest from capture c join source s on s.id = c.source_id
                        where s.url = :url and c.good and c.kind = 'response' order by c.id desc limit 1""")
                .param("url", url.toString())
                .query((row, n) -> row.getString(1))
                .single();
        return house.get(Snapshots.class).body(new ContentDigest(digest));
    }

    /** What waits for a person. */
    List<Item> queue() {
        return house.get(WorkQueue.class).list();
    }

    /** The invariants that do not hold. */
    List<Verification.Check> broken() {
        return house.get(Verification.class).checks().stream()
                .filter(check -> !check.ok())
                .toList();
    }

    JdbcClient database() {
        return house.get(JdbcClient.class);
    }

    @Override
    public void close() {
        house.close();
    }

    private static RefreshReport report(Refresh.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Completed.class);
        return ((Completed) outcome).report();
    }
}
