package org.evidencewatch.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.evidencewatch.company.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers of the other side of a channel that it is gone, or wants to be left alone. Known by the digest of its address, which
 * may hold a secret: another address is another endpoint. Every method joins the caller's transaction.
 */
@Repository
class EndpointRows {

    private final JdbcClient db;

    EndpointRows(JdbcClient db) {
        this.db = db;
    }

    void disable(Channel channel, String why, Instant at) {
        write(channel, why, Optional.of(at), Optional.empty());
    }

    void rest(Channel channel, String why, Instant until) {
        write(channel, why, Optional.empty(), Optional.of(until));
    }

    /** Lets it be asked again; false where it was neither disabled nor resting. */
    boolean enable(Channel channel) {
        return db.sql("delete from endpoint where digest = :digest")
                        .param("digest", digest(channel))
                        .update()
                == 1;
    }

    /** Why it is disabled; empty where it is not. */
    Optional<String> disabled(Channel channel) {
        return db.sql("select why from endpoint where digest = :digest and disabled_at is not null")
                .param("digest", digest(channel))
                .query(String.class)
                .optional();
    }

    /** What the endpoint of a channel is known by. */
    static String digest(Channel channel) {
        return Sha256.of(channel.address().orElse(""));
    }

    private void write(Channel channel, String why, Optional<Instant> disabled, Optional<Instant> rest) {
        db.sql("""
                insert into endpoint (digest, channel, disabled_at, why, rest_until)
                values (:digest, :channel, :disabled, :why, :rest)
                on conflict (digest) do update set why = excluded.why, rest_until = excluded.rest_until,
                    disabled_at = coalesce(endpoint.disabled_at, excluded.disabled_at)
                """)
                .param("digest", digest(channel))
                .param("channel", channel.name())
                .param(
                        "disabled",
                        disabled.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("why", why)
                .param("rest", rest.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }
}
