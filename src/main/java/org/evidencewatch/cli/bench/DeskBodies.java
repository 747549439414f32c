package org.evidencewatch.cli.bench;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.evidencewatch.extract.Extractions;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages as help centres serve them, some 100 kB each, on both sides of the changes that will be looked at; and what the program
 * itself reads out of every page. All other pages are a few hundred octets, so that the database fits a disk.
 */
final class DeskBodies {

    private static final long SEED = 20_260_611;
    private static final int HOSTS = 20;

    private final JdbcClient db;

    DeskBodies(JdbcClient db) {
        this.db = db;
    }

    /** Writes the two pages of so many open changes of words, spread over the queue, before the nights are written. */
    void write(int changes, Instant at) {
        var frames = IntStream.range(0, HOSTS)
                .mapToObj(host -> Frame.of(SEED, host, Platform.of(host)))
                .toList();
        for (int source : chosen(changes)) {
            var frame = frames.get(source % HOSTS);
            var article = Article.of(SEED, source);
            String before = kept(frame.page(article, source, Revision.FIRST), at);
            String after = kept(frame.page(article, source, Revision.CHANGED), at);
            db.sql("update bench_fill.turn set before = :before, after = :after where source_id = :source")
                    .param("before", before)
                    .param("after", after)
                    .param("source", source)
                    .update();
        }
    }

    private List<Integer> chosen(int changes) {
        return db.sql("""
                        select source_id from bench_fill.turn
                        where fate = 'open' and kind in ('changed', 'quote-lost') order by md5(source_id::text) limit :changes
                        """)
                .param("changes", changes)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private String kept(String html, Instant at) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        String digest = ContentDigest.of(body).hex();
        db.sql("insert into snapshot (digest, body, length, created_at) values (:digest, :body, :length, :at)")
                .param("digest", digest)
                .param("body", Snapshots.pack(body))
                .param("length", body.length)
                .param("at", Timestamp.from(at))
                .update();
        return digest;
    }

    /** Has the program read the whole pages, and writes what it would read out of the small ones. */
    void read(Readings readings, Extractions extractions) {
        db.sql("""
                        select c.id, c.at from bench_fill.turn t join capture c on c.snapshot_digest in (t.before, t.after)
                        where t.before is not null order by c.id""")
                .query((row, n) -> extraction(readings, row))
                .list()
                .forEach(read -> extractions.save(List.of(read)));
        db.sql("""
                        insert into extraction (capture_id, extractor_version, platform, way, state, state_reasons, title, coverage,
                                                comparison_digest, document, at)
                        select c.id, :version, 'generic', 'structure',
                               case when c.good then 'OK' when c.status = 404 then 'GONE' else 'MOVED' end,
                               case when c.good then '[]'::jsonb when c.status = 404 then '[{"code": "status-404", "evidence": "404"}]'
                                    else '[{"code": "redirected-away", "evidence": "/"}]' end,
                               'Cancel and refund', 1, encode(sha256(convert_to(words, 'UTF8')), 'hex'),
                               bench_fill.packed(convert_to(json_build_array(json_build_object(
                                   'heading', 'Cancel and refund', 'text', words, 'comparisonText', words))::text, 'UTF8')), c.at
                        from (select c.*, 'You can ask for your money back within ' || case when t.fate is not null and c.id <> c.source_id
                                  and exists (select 1 from change x where x.capture_id = c.id) then 14 else 30 end
                                  || ' days of buying a plan. A plan that has been paid runs until the last day of its term.' as words
                              from capture c left join bench_fill.turn t on t.source_id = c.source_id
                              where c.kind = 'response') c
                        on conflict do nothing""").param("version", readings.version()).update();
    }

    private static Extractions.Of extraction(Readings readings, ResultSet row) throws SQLException {
        var reading = readings.anew(row.getLong("id")).own();
        return new Extractions.Of(
                row.getLong("id"),
                reading,
                ContentDigest.of(reading.comparisonText().getBytes(StandardCharsets.UTF_8)),
                row.getTimestamp("at").toInstant());
    }
}
