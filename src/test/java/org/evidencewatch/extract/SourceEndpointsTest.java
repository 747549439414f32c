package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.extract.SourceEndpoint.Outcome;
import org.evidencewatch.extract.SourceEndpoint.Trial;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of endpoints. */
class SourceEndpointsTest {

    private static final Instant NOW = Instant.parse("2026-06-10T02:00:00Z");
    private static final URI ENDPOINT = URI.create("https://lumen.example/t/77.json");

    private final JdbcClient db = JdbcClient.create(TestDatabase.fresh());
    private final SourceEndpoints endpoints = new SourceEndpoints(db);

    @Test
    void keepsTheLastTrialOfASource() {
        long source = source();
        for (Outcome outcome : Outcome.values()) {
            var trial = new Trial(ENDPOINT, NOW, outcome);
            endpoints.record(source, trial);

            assertThat(endpoints.of(List.of(source)).get(source))
                    .isEqualTo(new SourceEndpoint(Optional.empty(), Optional.of(trial)));
        }
    }

    @Test
    void knowsThePlatformOfThePageAsItWasLastAccepted() {
        long source = source();
        db.sql("""
                alter table capture drop constraint capture_run_id_purpose_source_id_fkey;
                insert into snapshot (digest, body, length, created_at) values (repeat('0', 64), '', 0, now());
                """).update();
        capture(source, 1, "intercom");
        accept(source, capture(source, 2, "discourse"));
        capture(source, 3, "generic");

        assertThat(endpoints.of(List.of(source, 99L)))
                .isEqualTo(Map.of(
                        source,
                        new SourceEndpoint(Optional.of("discourse"), Optional.empty()),
                        99L,
                        SourceEndpoint.NONE));
    }

    private long source() {
        return db.sql("""
                insert into source (url, host, created_at) values ('https://lumen.example/t/x/77', 'lumen.example', now())
                returning id""").query(Long.class).single();
    }

    private void accept(long source, long capture) {
        db.sql("insert into baseline (source_id, capture_id, at) values (:source, :capture, now())")
                .param("source", source)
                .param("capture", capture)
                .update();
    }

    private long capture(long source, int run, String platform) {
        return db.sql("""
                        with c as (insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url,
                                effective_url, status, snapshot_digest, at, duration_ms)
                            values (:run, :source, 'refresh', 'response', 'OK', 'read', true, 'u', 'u', 200, repeat('0', 64),
                                now(), 1) returning id)
                        insert into extraction (capture_id, extractor_version, platform, way, state, state_reasons, title,
                            coverage, comparison_digest, document, at)
                        select id, '1', :platform, 'profile', 'OK', '[]', '', 1, '', '', now() from c returning capture_id""")
                .param("run", run)
                .param("source", source)
                .param("platform", platform)
                .query(Long.class)
                .single();
    }
}
