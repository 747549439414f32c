package org.evidencewatch.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes on work items as rows. */
@Repository
class Notes {

    private final JdbcClient db;

    Notes(JdbcClient db) {
        this.db = db;
    }

    void add(long item, String author, String text, Instant at) {
        db.sql("insert into work_item_note (work_item_id, author, text, at) values (:item, :author, :text, :at)")
                .param("item", item)
                .param("author", author)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Those of an item, oldest first. */
    List<Note> of(long item) {
        // relies on index work_item_note_item
        return db.sql("select id, author, text, at from work_item_note where work_item_id = :item order by id")
                .param("item", item)
                .query((row, n) -> new Note(
                        row.getLong("id"),
                        row.getString("author"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
