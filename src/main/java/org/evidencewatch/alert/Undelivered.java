package org.evidencewatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds endpoints that are disabled, and letters that were given up in the last thirty days. */
@Component
class Undelivered implements Watch {

    static final Set<Kind> KINDS = Set.copyOf(EnumSet.of(Kind.ENDPOINT_DISABLED, Kind.UNDELIVERED));

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient db;
    private final EndpointRows endpoints;
    private final List<Channel> channels;

    Undelivered(JdbcClient db, EndpointRows endpoints, List<Channel> channels) {
        this.db = db;
        this.endpoints = endpoints;
        this.channels = List.copyOf(channels);
    }

    @Override
    public Set<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Finding> findings(Instant asOf) {
        var findings = new ArrayList<Finding>();
        for (Channel channel : channels) {
            if (channel.address().isPresent()) {
                endpoints
                        .disabled(channel)
                        .map(why -> disabled(channel.name(), why))
                        .ifPresent(findings::add);
            }
        }
        findings.addAll(dead(asOf));
        return findings;
    }

    private static Finding disabled(String channel, String why) {
        return Finding.of(
                Kind.ENDPOINT_DISABLED,
                "channel:" + channel,
                "the %s %s: it is gone, and nothing is sent there until ./evidence outbox enable %s"
                        .formatted(channel, why, channel));
    }

    /** By outbox_dead. */
    private List<Finding> dead(Instant asOf) {
        return db.sql("""
                        select channel, count(*) as letters, (array_agg(last_error order by dead_at desc))[1] as error
                        from outbox where dead_at is not null and dead_at > :since group by channel order by channel
                        """)
                .param("since", asOf.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .query((row, n) -> Finding.of(
                        Kind.UNDELIVERED,
                        "channel:" + row.getString("channel"),
                        "%d letters were given up after ten attempts by %s (the last: %s): ./evidence outbox list"
                                .formatted(row.getInt("letters"), row.getString("channel"), row.getString("error"))))
                .list();
    }
}
