package org.evidencewatch.fetch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The operator's hand on fetching: stops a host, or all, and lets them go on. Every fetcher on the database obeys within
 * seconds, and before its next request where it enters a host anew.
 */
@Component
public final class HostSwitch {

    private final JdbcClient jdbc;
    private final Clock clock;

    HostSwitch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who stopped a host, why and when. */
    public record Stopped(String by, String why, Instant at) {}

    /**
     * A host that is stopped, rests, or was asked to be spared.
     *
     * @param host {@code *} for all
     * @param strikes how often it asked us to slow down, less what good behaviour since has forgiven
     * @param faults weight of its failures in a row
     */
    public record Troubled(
            String host,
            Optional<Stopped> stopped,
            Optional<Instant> restUntil,
            Optional<String> restWhy,
            int strikes,
            int faults) {}

    /**
     * The one spelling of a host name; empty where it is none.
     *
     * @param written a host in any spelling
     */
    public static Optional<String> canonical(String written) {
        return HostSyntax.canonical(written.strip());
    }

    /** Stops fetching from a host; empty stops all. Stopping what is stopped replaces who and why. */
    public void stop(Optional<String> host, String by, String why) {
        jdbc.sql("""
                        insert into host_stop (host, stopped_by, why, at) values (:host, :by, :why, :at)
                        on conflict (host) do update
                            set stopped_by = excluded.stopped_by, why = excluded.why, at = excluded.at""")
                .param("host", host.orElse(HostLedger.EVERYWHERE))
                .param("by", by)
                .param("why", why)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Lets fetching from a host go on; empty takes back the stop for all. False when there was none. */
    public boolean resume(Optional<String> host) {
        return jdbc.sql("delete from host_stop where host = :host")
                        .param("host", host.orElse(HostLedger.EVERYWHERE))
                        .update()
                == 1;
    }

    /** Hosts of which there is something to say, the stopped first. */
    public List<Troubled> troubled() {
        return jdbc.sql("""
                        select coalesce(s.host, h.name) as host, s.stopped_by, s.why, s.at,
                            case when h.rest_until > :now then h.rest_until end as rest_until, h.rest_why,
                            coalesce(h.strikes, 0) as strikes, coalesce(h.faults, 0) as faults
                        from host_stop s full join host h on h.name = s.host
                        where s.host is not null or h.strikes > 0 or h.rest_until > :now
                        order by s.host is null, host""")
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, n) -> troubled(rs))
                .list();
    }

    private static Troubled troubled(ResultSet rs) throws SQLException {
        Optional<String> by = Optional.ofNullable(rs.getString("stopped_by"));
        Optional<Instant> until =
                Optional.ofNullable(rs.getTimestamp("rest_until")).map(Timestamp::toInstant);
        Timestamp at = rs.getTimestamp("at");
        return new Troubled(
                rs.getString("host"),
                by.isEmpty() || at == null
                        ? Optional.empty()
                        : Optional.of(new Stopped(by.get(), rs.getString("why"), at.toInstant())),
                until,
                until.isEmpty() ? Optional.empty() : Optional.ofNullable(rs.getString("rest_why")),
                rs.getInt("strikes"),
                rs.getInt("faults"));
    }
}
