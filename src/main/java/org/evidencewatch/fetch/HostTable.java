package org.evidencewatch.fetch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger in the database, shared by all processes on it. Leases and paces go by the database's clock; a rest, which
 * lasts minutes to hours, ends by the clock of the program, as a {@code Retry-After} does that names a date.
 *
 * <p>An owner is a name of its own for each fetcher, so owner and term say all that an epoch would: whoever lost a
 * host finds another name there.
 */
@Component
final class HostTable implements HostLedger {

    /** Thousands of hosts may be entered at once; the pool's connections are for those too who write what was read. */
    private static final int SIDE_BY_SIDE = 4;

    private static final int NANOS_OF_A_MICROSECOND = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Semaphore statements = new Semaphore(SIDE_BY_SIDE);

    HostTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Entry enter(String host, String owner, Duration term) {
        return oneOfFew(() -> entered(host, owner, term).orElseGet(() -> {
            jdbc.sql("update host set wanted = true where name = :host and not wanted")
                    .param("host", host)
                    .update();
            return new Taken();
        }));
    }

    private Optional<Entry> entered(String host, String owner, Duration term) {
        return jdbc.sql("""
                        insert into host as h (name, owner, until)
                        values (:host, :owner, clock_timestamp() + make_interval(secs => :term))
                        on conflict (name) do update
                            set owner = excluded.owner, until = excluded.until, wanted = false
                            where h.owner is null or h.owner = excluded.owner or h.until < clock_timestamp()
                        returning strikes, faults, calm, rest_until, rest_why,
                            greatest(0, extract(epoch from next_at - clock_timestamp())) as pause""")
                .param("host", host)
                .param("owner", owner)
                .param("term", seconds(term))
                .<Entry>query((rs, n) -> new Entered(state(rs), rounded(rs.getDouble("pause"))))
                .optional();
    }

    @Override
    public Map<String, Boolean> renew(String owner, Duration term) {
        Map<String, Boolean> held = new HashMap<>();
        jdbc.sql("""
                        update host set until = clock_timestamp() + make_interval(secs => :term)
                        where owner = :owner returning name, wanted""").param("owner", owner).param("term", seconds(term)).query(rs -> {
            held.put(rs.getString(1), rs.getBoolean(2));
        });
        return held;
    }

    @Override
    public void leave(String owner, Collection<Leaving> hosts) {
        batches.batchUpdate("""
                update host set owner = null, wanted = false, strikes = ?, faults = ?, calm = ?, rest_until = ?,
                    rest_why = ?, next_at = clock_timestamp() + make_interval(secs => ?)
                where name = ? and owner = ?""", hosts, 500, (ps, leaving) -> {
            HostState state = leaving.state();
            ps.setInt(1, state.strikes());
            ps.setInt(2, state.faults());
            ps.setInt(3, state.calm());
            ps.setTimestamp(4, state.rest().map(HostTable::until).orElse(null));
            ps.setString(5, state.rest().map(HostState.Rest::why).orElse(null));
            ps.setDouble(6, seconds(leaving.pause()));
            ps.setString(7, leaving.host());
            ps.setString(8, owner);
        });
    }

    @Override
    public void remember(String owner, String host, HostState state) {
        oneOfFew(() -> jdbc.sql("""
                        update host set strikes = :strikes, faults = :faults, calm = :calm, rest_until = :until,
                            rest_why = :why
                        where name = :host and owner = :owner""")
                .param("strikes", state.strikes())
                .param("faults", state.faults())
                .param("calm", state.calm())
                .param("until", state.rest().map(HostTable::until).orElse(null))
                .param("why", state.rest().map(HostState.Rest::why).orElse(null))
                .param("host", host)
                .param("owner", owner)
                .update());
    }

    @Override
    public Map<String, Stop> stops() {
        Map<String, Stop> stops = new HashMap<>();
        jdbc.sql("select host, stopped_by, why from host_stop").query(rs -> {
            stops.put(rs.getString(1), new Stop(rs.getString(2), rs.getString(3)));
        });
        return stops;
    }

    @Override
    public Optional<RobotsFile> robots(String origin) {
        return oneOfFew(() -> jdbc.sql("select content, content_type, read_at from robots where origin = :origin")
                .param("origin", origin)
                .query((rs, n) -> new RobotsFile(
                        rs.getBytes(1), rs.getString(2), rs.getTimestamp(3).toInstant()))
                .optional());
    }

    @Override
    public void keep(String origin, RobotsFile file) {
        oneOfFew(() -> jdbc.sql("""
                        insert into robots (origin, content, content_type, read_at)
                        values (:origin, :content, :type, :at)
                        on conflict (origin) do update set content = excluded.content,
                            content_type = excluded.content_type, read_at = excluded.read_at""")
                .param("origin", origin)
                .param("content", file.content())
                .param("type", file.contentType())
                .param("at", Timestamp.from(file.readAt()))
                .update());
    }

    /**
     * Gives back what processes hold that are known to be dead. Their last requests may have gone out just now.
     *
     * @param pause least time until the next request to a host of theirs
     */
    void bury(Predicate<String> dead, Duration pause) {
        jdbc
                .sql("select distinct owner from host where owner is not null")
                .query((rs, n) -> rs.getString(1))
                .list()
                .stream()
                .filter(dead)
                .forEach(owner -> evict(owner, pause));
    }

    private void evict(String owner, Duration pause) {
        jdbc.sql("""
                        update host set owner = null, wanted = false,
                            next_at = clock_timestamp() + make_interval(secs => :pause)
                        where owner = :owner""").param("owner", owner).param("pause", seconds(pause)).update();
    }

    private static HostState state(ResultSet rs) throws SQLException {
        Timestamp until = rs.getTimestamp("rest_until");
        return new HostState(
                rs.getInt("strikes"),
                rs.getInt("faults"),
                rs.getInt("calm"),
                until == null
                        ? Optional.empty()
                        : Optional.of(new HostState.Rest(until.toInstant(), rs.getString("rest_why"))));
    }

    /** Waits without a connection while enough others have one. */
    private <T> T oneOfFew(Supplier<T> work) {
        statements.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            statements.release();
        }
    }

    private static Timestamp until(HostState.Rest rest) {
        return Timestamp.from(rest.until());
    }

    /** Up to a microsecond, in which the database reckons: no pause gets shorter on its way. */
    private static double seconds(Duration time) {
        return Math.ceilDiv(time.toNanos(), NANOS_OF_A_MICROSECOND) / 1e6;
    }

    private static Duration rounded(double seconds) {
        return Duration.ofNanos((long) Math.ceil(seconds * 1e6) * NANOS_OF_A_MICROSECOND);
    }
}
