package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Instant;
import org.evidencewatch.citation.DisputeDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts disputes into the company's open work item, in a lane of their own. Takes part in the caller's transaction. */
@Repository
class DisputeQueue implements DisputeDesk {

    private final JdbcClient db;
    private final WorkItems items;

    DisputeQueue(JdbcClient db, WorkItems items) {
        this.db = db;
        this.items = items;
    }

    @Override
    public void queue(long company, long dispute, Instant at) {
        db.sql("""
                        insert into reason (work_item_id, company_id, dispute_id, lane, opened_at)
                        values (:item, :company, :dispute, :lane, :at)
                        on conflict (company_id, dispute_id) do nothing
                        """)
                .param("item", items.open(company, at))
                .param("company", company)
                .param("dispute", dispute)
                .param("lane", Lane.DISPUTED.label())
                .param("at", Timestamp.from(at))
                .update();
    }
}
