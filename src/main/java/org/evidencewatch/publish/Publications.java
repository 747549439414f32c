package org.evidencewatch.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was published, as rows. A row makes the decisions up to its newest final. In the caller's transaction. */
@Repository
class Publications {

    private final JdbcClient db;

    Publications(JdbcClient db) {
        this.db = db;
    }

    /**
     * Keeps other exports and new decisions away until the transaction ends: none may be made or undone between what is
     * read and the row that makes it final. To be called before anything is read.
     */
    void hold() {
        db.sql("lock table publication in share row exclusive mode").update();
        db.sql("lock table decision in share mode").update();
    }

    /** The id of the newest decision; 0 where there is none. */
    long newestDecision() {
        return db.sql("select coalesce(max(id), 0) from decision")
                .query(Long.class)
                .single();
    }

    /** Records a publication, unless the last one was the same; whether it did. */
    boolean record(String digest, long newestDecision, Instant at) {
        return db.sql("""
                        insert into publication (digest, last_decision_id, at)
                        select :digest, :decision, :at
                        where not exists (
                            select 1 from (select * from publication order by id desc limit 1) last
                            where last.digest = :digest and last.last_decision_id = :decision)""")
                        .param("digest", digest)
                        .param("decision", newestDecision)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Notes that a publication rests on these stored pages, by their digests, so that they are kept. */
    void cite(Collection<String> digests, Instant at) {
        // what came with the data set of another index is not here
        db.sql("""
                        insert into exported_snapshot (digest, at)
                        select s.digest, :at from unnest(:digests) d join snapshot s on s.digest = d
                        on conflict (digest) do nothing
                        """)
                .param("digests", digests.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
