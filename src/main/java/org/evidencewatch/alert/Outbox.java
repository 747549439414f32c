package org.evidencewatch.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps digests until they are delivered. Every method joins the caller's transaction. */
@Repository
class Outbox {

    /** A digest on its way. */
    record Letter(UUID id, Digest digest) {}

    private final JdbcClient db;
    private final JsonMapper json;
    private final List<Channel> channels;

    Outbox(JdbcClient db, JsonMapper json, List<Channel> channels) {
        this.db = db;
        this.json = json;
        this.channels = List.copyOf(channels);
    }

    /** Posts a digest to every channel that is set up; to none, when none is. */
    void put(Digest digest, Instant at) {
        for (Channel channel : configured()) {
            db.sql("""
                    insert into outbox (id, channel, payload, created_at, due_at)
                    values (:id, :channel, cast(:payload as jsonb), :at, :at)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("channel", channel.name())
                    .param("payload", json.writeValueAsString(digest))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /**
     * Takes the oldest due letter of a channel and makes it due again later: 10 minutes after the first attempt, then
     * twice as long each time, up to a day. Whoever dies after this has lost nothing, and nobody else takes it meanwhile.
     * Served by the index outbox_due.
     */
    Optional<Letter> take(Channel channel, Instant now) {
        return db.sql("""
                        update outbox set attempts = attempts + 1,
                            due_at = :now + least(interval '10 minutes' * power(2, least(attempts, 10)), interval '1 day')
                        where id = (
                            select id from outbox
                            where delivered_at is null and due_at <= :now and channel = :channel
                            order by due_at, id limit 1 for update skip locked)
                        returning id, payload::text
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("channel", channel.name())
                .query((row, n) -> new Letter(
                        row.getObject("id", UUID.class), json.readValue(row.getString("payload"), Digest.class)))
                .optional();
    }

    void delivered(Letter letter, Instant at) {
        db.sql("update outbox set delivered_at = :at, last_error = null where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", letter.id())
                .update();
    }

    void failed(Letter letter, String error) {
        db.sql("update outbox set last_error = :error where id = :id")
                .param("error", error)
                .param("id", letter.id())
                .update();
    }

    List<Channel> configured() {
        return channels.stream().filter(Channel::configured).toList();
    }
}
