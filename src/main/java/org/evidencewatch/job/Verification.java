package org.evidencewatch.job;

import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.alert.Limits;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks every invariant on what is stored. Changes nothing; may run beside a refresh. */
@Component
public class Verification {

    private static final int SHOWN = 3;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final Limits limits;

    Verification(JdbcClient jdbc, Snapshots snapshots, Limits limits) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.limits = limits;
    }

    /** One invariant, and whether it holds. */
    public record Check(String id, boolean ok, String detail) {}

    /** Checks them all. */
    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(check("I-01", "Every stored page still has the digest it is kept under", snapshots.corrupt()));
        for (Invariant invariant : Invariants.ALL) {
            var violations = jdbc.sql(invariant.violations())
                    .param("staleAfter", limits.limit().toSeconds())
                    .query((rs, n) -> rs.getString(1))
                    .list();
            checks.add(check(invariant.id(), invariant.promise(), violations));
        }
        checks.add(check("I-21", "Every stored page belongs to a capture", snapshots.unreferenced()));
        return checks.stream().sorted(java.util.Comparator.comparing(Check::id)).toList();
    }

    private static Check check(String id, String promise, List<String> violations) {
        if (violations.isEmpty()) {
            return new Check(id, true, promise);
        }
        String some = String.join("; ", violations.subList(0, Math.min(SHOWN, violations.size())));
        return new Check(id, false, "%s: broken %d times: %s".formatted(promise, violations.size(), some));
    }
}
