package org.evidencewatch.publish;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.evidencewatch.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How long an index of two thousand companies takes; run by hand, for its figures depend on the machine. */
class ExportPace {

    private static final int COMPANIES = Integer.getInteger("companies", 2_000);
    private static final int PAGES = 8;

    @TempDir
    Path temp;

    @Test
    void exportOfALargeIndex() throws IOException {
        try (var house = TestHouse.open(Instant.parse("2026-06-14T09:00:00Z"))) {
            house.importRecord(Files.writeString(temp.resolve("records.json"), records()));
            nights(house.get(JdbcClient.class));
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                long cpu = cpu();
                var report = Exported.from(house, temp.resolve("out"), true).report();
                System.out.printf(
                        "%s in %s, %s of CPU%n",
                        report, Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(cpu() - cpu));
            }
            try (var other = TestHouse.open(Instant.parse("2026-06-14T09:00:00Z"))) {
                long start = System.nanoTime();
                other.importRecord(temp.resolve("out/dataset.json"));
                System.out.println("import in " + Duration.ofNanos(System.nanoTime() - start) + " of "
                        + Files.size(temp.resolve("out/dataset.json")) + " bytes");
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String records() {
        var document = JsonMapper.shared().createObjectNode();
        var companies = document.putArray("companies");
        for (int i = 0; i < COMPANIES; i++) {
            var company = companies.addObject().put("slug", "company-" + i).put("name", "Company " + i);
            company.put("category", "Category " + i % 25).put("score", i % 101).put("grade", "C");
            company.put("summary", "The policy is documented in part, with gaps that matter. ".repeat(6));
            var claims = company.putArray("claims");
            for (String dimension :
                    new String[] {"channels", "cancellation_page", "pause", "refund", "deletion", "billing"}) {
                var claim = claims.addObject().put("dimension", dimension);
                claim.put(
                        "statement",
                        "Pro can be cancelled online in the account, or with a support ticket. ".repeat(3));
                claim.putArray("urls").add(url(i, 0)).add(url(i, 1));
            }
            var citations = company.putArray("citations");
            for (int n = 0; n < PAGES; n++) {
                citations.addObject().put("url", url(i, n)).put("title", "Page " + n + " of company " + i);
            }
        }
        return document.toString();
    }

    private static String url(int company, int page) {
        return "https://company-" + company + ".example/help/" + page;
    }

    /** Ten nights in which every page was read, and every claim was found on the pages that it names. */
    private static void nights(JdbcClient db) {
        for (int night = 0; night < 10; night++) {
            long run = db.sql("""
                            insert into run (job, parameters, as_of, started_at, ended_at, state)
                            values ('refresh', '{}', now(), now(), now(), 'completed') returning id""").query(Long.class).single();
            db.sql("""
                            with v as (insert into visit (run_id, source_id, purpose, bucket)
                                       select :run, id, 'refresh', 0 from source returning source_id),
                            s as (insert into snapshot (digest, body, length, created_at)
                                  select encode(sha256(concat(source_id, '-', cast(:run as bigint))::bytea), 'hex'), '', 0,
                                         now() from v returning digest)
                            select count(*) from s""").param("run", run).query(Long.class).single();
            db.sql("""
                            insert into capture (run_id, source_id, purpose, kind, outcome, detail, good, requested_url, status,
                                                 snapshot_digest, at, duration_ms)
                            select :run, id, 'refresh', 'response', 'OK', 'read', true, url, 200,
                                   encode(sha256(concat(id, '-', cast(:run as bigint))::bytea), 'hex'), now(), 1 from source""").param("run", run).update();
            db.sql("""
                            insert into comparison (run_id, capture_id, source_id, verdict, severity, reasons, at,
                                                    extractor_version, detector_version)
                            select run_id, id, source_id, 'unchanged', 0, '[]', at, '1', '1' from capture
                            where run_id = :run""").param("run", run).update();
        }
        db.sql("""
                        insert into claim_verdict (claim_id, company_id, revision_id, citation_id, source_id, capture_id,
                            capture_good, verdict, read, quote_found, rules, at)
                        select p.claim_id, p.company_id, p.revision_id, p.citation_id, p.source_id, k.id, true, 'supported',
                               'good', 'Cancel online in the account, or write to us.', '1', k.at
                        from claim_page p join lateral (select * from capture k where k.source_id = p.source_id
                                                        order by id limit 1) k on true""").update();
        db.sql("analyze").update();
    }
}
