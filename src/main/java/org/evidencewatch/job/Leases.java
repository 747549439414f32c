package org.evidencewatch.job;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases by the database's clock. A holder that slept past its term finds its epoch gone and cannot write. */
@Repository
class Leases {

    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a lease that nobody holds, whose term is over, or whose holder is known to be dead. */
    Optional<Lease> acquire(String name, Duration term) {
        String dead = holder(name).filter(Owner::isDead).orElse("");
        return jdbc.sql("""
                        insert into lease as l (name, owner, epoch, until)
                        values (:name, :owner, 1, clock_timestamp() + make_interval(secs => :term))
                        on conflict (name) do update
                            set owner = excluded.owner, epoch = l.epoch + 1, until = excluded.until
                            where l.until < clock_timestamp() or l.owner = :dead
                        returning name, owner, epoch""")
                .param("name", name)
                .param("owner", Owner.ofThisProcess())
                .param("dead", dead)
                .param("term", seconds(term))
                .query((rs, n) -> new Lease(rs.getString(1), rs.getString(2), rs.getLong(3)))
                .optional();
    }

    /** Whether somebody holds it who is not known to be dead. */
    boolean held(String name) {
        return holder(name).filter(owner -> !Owner.isDead(owner)).isPresent();
    }

    /** Prolongs it; false when it is lost. */
    boolean renew(Lease lease, Duration term) {
        return jdbc.sql("""
                        update lease set until = clock_timestamp() + make_interval(secs => :term)
                        where name = :name and owner = :owner and epoch = :epoch""")
                        .param("name", lease.name())
                        .param("owner", lease.owner())
                        .param("epoch", lease.epoch())
                        .param("term", seconds(term))
                        .update()
                == 1;
    }

    /** Gives it back. */
    void release(Lease lease) {
        renew(lease, Duration.ZERO);
    }

    /**
     * Stands in the way of a take-over until the caller's transaction ends. A renewal goes through: it leaves the epoch
     * as it is, and a key lock stands only in the way of new keys. Index lease_epoch makes the epoch part of a key.
     *
     * @throws LeaseLost if another holder came meanwhile
     */
    void fence(Lease lease) {
        var held = jdbc.sql("""
                        select epoch from lease
                        where name = :name and owner = :owner and epoch = :epoch for key share""")
                .param("name", lease.name())
                .param("owner", lease.owner())
                .param("epoch", lease.epoch())
                .query((rs, n) -> rs.getLong(1))
                .optional();
        if (held.isEmpty()) {
            throw new LeaseLost(lease);
        }
    }

    private Optional<String> holder(String name) {
        return jdbc.sql("select owner from lease where name = :name and until >= clock_timestamp()")
                .param("name", name)
                .query((rs, n) -> rs.getString(1))
                .optional();
    }

    private static double seconds(Duration term) {
        return term.toMillis() / 1000.0;
    }
}
