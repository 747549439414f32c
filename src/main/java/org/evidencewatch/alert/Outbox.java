package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps letters until they are delivered or given up. Every method joins the caller's transaction. */
@Repository
class Outbox {

    /** Longer than any attempt takes; by the database's clock, which all processes share. */
    private static final Duration IN_HAND = Duration.ofMinutes(5);

    /** By outbox_due. */
    private static final String DUE = """
            delivered_at is null and dead_at is null and due_at <= :now and channel = :channel
            and coalesce(claimed_until < clock_timestamp(), true)
            and not exists (select 1 from endpoint e where e.digest = :endpoint
                            and (e.disabled_at is not null or e.rest_until > :now))
            """;

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /** Posts a letter. False where the day has a digest on this channel already (outbox_one_digest): then nothing is posted. */
    boolean put(String channel, Letter.Sort sort, String subject, byte[] body, Optional<LocalDate> day, Instant at) {
        return db.sql("""
                        insert into outbox (id, channel, sort, subject, body, day, created_at, due_at)
                        values (:id, :channel, :sort, :subject, :body, :day, :at, :at)
                        on conflict (channel, day) where day is not null do nothing
                        """)
                        .param("id", UUID.randomUUID())
                        .param("channel", channel)
                        .param("sort", sort.word())
                        .param("subject", subject)
                        .param("body", body)
                        .param("day", day.orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Takes the oldest due letter of a channel in hand. Nobody else gets it meanwhile; whoever dies with it has lost nothing.
     * Empty where none is due, or the endpoint is disabled or rests. By outbox_due.
     */
    Optional<Letter> take(String channel, String endpoint, Instant now) {
        return db.sql("""
                        update outbox set attempts = attempts + 1,
                            claimed_until = clock_timestamp() + make_interval(secs => :hand)
                        where id = (
                            select id from outbox
                            where %s
                            order by due_at, created_at, id limit 1 for update skip locked)
                        returning id, channel, subject, body, created_at, attempts
                        """.formatted(DUE))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("channel", channel)
                .param("endpoint", endpoint)
                .param("hand", IN_HAND.toSeconds())
                .query((row, n) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("channel"),
                        row.getString("subject"),
                        row.getBytes("body"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    /** Whether there is one to take. */
    boolean due(String channel, String endpoint, Instant now) {
        return db.sql("select exists (select 1 from outbox where " + DUE + ")")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("channel", channel)
                .param("endpoint", endpoint)
                .query(Boolean.class)
                .single();
    }

    void delivered(Letter letter, Instant at) {
        db.sql("update outbox set delivered_at = :at, last_error = null, claimed_until = null where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", letter.id())
                .update();
    }

    /** Puts it back, to be tried again at a time. One that somebody else took meanwhile is theirs. */
    void later(Letter letter, String error, Instant due) {
        db.sql("""
                update outbox set last_error = :error, due_at = :due, claimed_until = null
                where id = :id and attempts = :attempt and delivered_at is null
                """)
                .param("error", error)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .update();
    }

    /** Gives it up. */
    void bury(Letter letter, String error, Instant at) {
        db.sql("""
                update outbox set last_error = :error, dead_at = :at, claimed_until = null
                where id = :id and attempts = :attempt and delivered_at is null
                """)
                .param("error", error)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", letter.id())
                .param("attempt", letter.attempt())
                .update();
    }

    /** How many letters of a sort were written after a time. By outbox_sort. */
    int written(Letter.Sort sort, Instant after) {
        return db.sql("select count(*) from outbox where sort = :sort and created_at > :after")
                .param("sort", sort.word())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** When the newest digest before a day was written. */
    Optional<Instant> lastDigest(LocalDate before) {
        return db.sql("select max(created_at) as at from outbox where sort = 'digest' and day < :day")
                .param("day", before)
                .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
