package org.evidencewatch.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages that a later read confirmed to be gone or elsewhere, and of which nobody has decided yet. */
@Repository
class GonePages {

    private final JdbcClient db;

    GonePages(JdbcClient db) {
        this.db = db;
    }

    private record Page(long source, String url, String kind, Optional<String> now, Instant since, int companies) {}

    /** One for each page; it tells, too, that the page cannot be read. By change_source and citation_source. */
    List<Finding> findings() {
        return db.sql("""
                        select s.id, s.url, x.kind, x.candidate_url, x.observed_at, t.companies
                        from change_state x
                        join source s on s.id = x.source_id
                        cross join lateral (
                            select count(distinct company_id) as companies from citation
                            where source_id = s.id and kind = 'evidence' and retired_at is null) t
                        where x.state = 'open' and x.kind in ('gone', 'moved') and t.companies > 0
                        order by x.observed_at, x.id
                        """)
                .query((row, n) -> finding(new Page(
                        row.getLong("id"),
                        row.getString("url"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("candidate_url")),
                        row.getObject("observed_at", OffsetDateTime.class).toInstant(),
                        row.getInt("companies"))))
                .list();
    }

    private static Finding finding(Page page) {
        var subject = "source:" + page.source();
        var detail = "%s since %s, cited by %d %s: %s%s; it waits for a reviewer"
                .formatted(
                        page.kind(),
                        Age.day(page.since()),
                        page.companies(),
                        page.companies() == 1 ? "company" : "companies",
                        page.url(),
                        page.now().map(url -> ", perhaps now " + url).orElse(""));
        return Finding.of(Kind.PAGE_GONE, subject, detail)
                .because(page.kind())
                .covering(Set.of(Finding.key(Kind.CANNOT_READ, subject)));
    }
}
