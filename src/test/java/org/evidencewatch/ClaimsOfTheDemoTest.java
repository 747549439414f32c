package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import java.nio.file.*;
import java.time.Instant;
import java.util.*;
import org.evidencewatch.job.*;
import org.evidencewatch.change.*;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClaimsOfTheDemoTest {
    @Test
    void dump() throws Exception {
        try (var house = TestHouse.open(Instant.parse("2026-06-14T00:00:00Z"))) {
            house.importSample(Path.of("fixtures/demo/companies.json"));
            for (String night : List.of("2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13")) {
                var request = RefreshRequest.replayOf(Path.of("fixtures/nights").resolve(night), Instant.parse(night + "T02:00:00Z"));
                long t=System.nanoTime();
                house.get(Refresh.class).refresh(request, Progress.NONE);
                System.out.println("== " + night + " " + (System.nanoTime()-t)/1000000 + " ms");
                house.get(JdbcClient.class).sql("select o.slug, k.dimension, s.url, v.verdict, v.read, v.value_found, v.quote_found from claim_verdict v join company o on o.id=v.company_id join claim k on k.id=v.claim_id join source s on s.id=v.source_id where v.at >= :n::timestamptz order by v.id").param("n", night + "T00:00:00Z").query((rs,n)-> rs.getString(1)+" | "+rs.getString(2)+" | "+rs.getString(3)+" | "+rs.getString(4)+" | "+rs.getString(5)+" | "+rs.getString(6)+" | "+rs.getString(7)).list().forEach(System.out::println);
            }
            for (String slug : house.get(org.evidencewatch.citation.Records.class).slugs()) {
              var sheet = house.get(ClaimSheets.class).of(slug).orElseThrow();
              System.out.println("##### " + slug);
              for (var c : sheet.claims()) {
                System.out.println("* " + c.dimension() + ": " + c.statement());
                System.out.println("    " + c.values() + "  " + c.agreement().state());
                for (var p : c.pages()) {
                  System.out.println("    - " + p.url() + " " + p.kind() + " " + p.verdict() + " " + p.read() + " " + p.tested().orElse("?") + " better " + p.better());
                  for (var l : p.links()) System.out.println("        " + l.id() + " " + l.role() + " " + l.value() + " " + l.agrees() + " [" + l.quote().prefix() + "] \"" + l.quote().exact() + "\" [" + l.quote().suffix()+"]");
                }
              }
            }
            System.out.println(house.get(Verification.class).checks().stream().filter(c -> !c.ok()).toList());
        }
    }
}
