package org.evidencewatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the companies on record, from A to Z by their slugs. Reads only. */
@Repository
public class CompanyIndex {

    private final JdbcClient db;

    CompanyIndex(JdbcClient db) {
        this.db = db;
    }

    /**
     * One company.
     *
     * @param item its open work item
     */
    public record Listed(
            String slug, String name, Optional<Integer> score, Optional<String> grade, Optional<Long> item) {}

    /**
     * So many companies behind a slug; the empty one is before all others.
     *
     * <p>Walks company_slug_key; then the keys of revision (company_id, number) and work_item_one_open.
     *
     * @param search words that stand in name or slug; blank for all
     */
    public List<Listed> behind(String slug, String search, int most) {
        return db.sql("""
                        select c.slug, c.name, v.score, v.grade, w.id as item
                        from company c
                        left join lateral (select score, grade from revision where company_id = c.id
                                           order by number desc limit 1) v on true
                        left join work_item w on w.company_id = c.id and w.closed_at is null
                        where c.slug > :slug and (:search = '' or strpos(lower(c.name), :search) > 0
                                                  or strpos(c.slug, :search) > 0)
                        order by c.slug limit :most
                        """)
                .param("slug", slug)
                .param("search", search.strip().toLowerCase(java.util.Locale.ROOT))
                .param("most", most)
                .query((row, n) -> listed(row))
                .list();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("slug"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("score", Integer.class)),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getObject("item", Long.class)));
    }
}
