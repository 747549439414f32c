package org.evidencewatch.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox as its operator sees it: what waits, what was given up, and a hand on both. */
@Component
public class Letters {

    private final JdbcClient db;
    private final EndpointRows endpoints;
    private final Undelivered undelivered;
    private final Staleness staleness;
    private final List<Channel> channels;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Letters(
            JdbcClient db,
            EndpointRows endpoints,
            Undelivered undelivered,
            Staleness staleness,
            List<Channel> channels,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.endpoints = endpoints;
        this.undelivered = undelivered;
        this.staleness = staleness;
        this.channels = List.copyOf(channels);
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A letter that was not delivered.
     *
     * @param sort {@code digest}, {@code urgent} or {@code news}
     * @param dueAt when it is tried next, unless it is dead
     * @param deadAt when it was given up
     */
    public record Waiting(
            UUID id,
            String channel,
            String sort,
            String subject,
            Instant writtenAt,
            Instant dueAt,
            int attempts,
            Optional<String> error,
            Optional<Instant> deadAt) {}

    /** Those that were not delivered, the dead first, then by when they are due. By outbox_dead and outbox_due. */
    public List<Waiting> undelivered(int atMost) {
        return db.sql("""
                        select * from outbox where delivered_at is null
                        order by dead_at is null, coalesce(dead_at, due_at), id limit :most
                        """).param("most", atMost).query((row, n) -> waiting(row)).list();
    }

    /** Makes a letter, or all, due again under the same id, with all attempts before it; returns how many there were. */
    public int retry(Optional<UUID> id) {
        return transaction.execute(status -> {
            var now = clock.instant();
            int letters = db.sql("""
                            update outbox set due_at = :now, dead_at = null,
                                attempts = case when dead_at is null then attempts else 0 end
                            where delivered_at is null and coalesce(id = cast(:id as uuid), true)
                            """)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", id.map(UUID::toString).orElse(null))
                    .update();
            staleness.tell(Undelivered.KINDS, undelivered.findings(now), now);
            return letters;
        });
    }

    /** Asks the other side of a channel again that was disabled, or rests; false where there is nothing to enable. */
    public boolean enable(String name) {
        return transaction.execute(status -> {
            boolean enabled = channels.stream()
                    .filter(channel -> channel.name().equals(name))
                    .anyMatch(endpoints::enable);
            var now = clock.instant();
            staleness.tell(Undelivered.KINDS, undelivered.findings(now), now);
            return enabled;
        });
    }

    /** Why a channel is disabled; empty where none of that name is. */
    public Optional<String> disabled(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .flatMap(channel -> endpoints.disabled(channel).stream())
                .findFirst();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getString("sort"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")),
                Optional.ofNullable(row.getObject("dead_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
