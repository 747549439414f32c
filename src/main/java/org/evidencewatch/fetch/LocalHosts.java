package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ledger of a process that has no database: forgotten when it ends. By the monotonic clock. */
final class LocalHosts implements HostLedger {

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, RobotsFile> robots = new HashMap<>();

    /** One host; an empty owner: nobody is there. */
    private static final class Row {
        private String owner = "";
        private long until;
        private boolean wanted;
        private long nextAt = System.nanoTime();
        private HostState state = HostState.FRESH;
    }

    @Override
    public synchronized Entry enter(String host, String owner, Duration term) {
        Row row = rows.computeIfAbsent(host, name -> new Row());
        long now = System.nanoTime();
        boolean others = !row.owner.isEmpty() && !row.owner.equals(owner);
        if (others && row.until - now > 0) {
            row.wanted = true;
            return new Taken();
        }
        row.owner = owner;
        row.until = now + term.toNanos();
        row.wanted = false;
        return new Entered(row.state, Duration.ofNanos(Math.max(0, row.nextAt - now)));
    }

    @Override
    public synchronized Map<String, Boolean> renew(String owner, Duration term) {
        Map<String, Boolean> held = new HashMap<>();
        rows.forEach((host, row) -> {
            if (row.owner.equals(owner)) {
                row.until = System.nanoTime() + term.toNanos();
                held.put(host, row.wanted);
            }
        });
        return held;
    }

    @Override
    public synchronized void leave(String owner, Collection<Leaving> hosts) {
        for (Leaving leaving : hosts) {
            Row row = rows.get(leaving.host());
            if (row != null && row.owner.equals(owner)) {
                row.owner = "";
                row.state = leaving.state();
                row.nextAt = System.nanoTime() + leaving.pause().toNanos();
            }
        }
    }

    @Override
    public synchronized void remember(String owner, String host, HostState state) {
        Row row = rows.get(host);
        if (row != null && row.owner.equals(owner)) {
            row.state = state;
        }
    }

    @Override
    public Map<String, Stop> stops() {
        return Map.of();
    }

    @Override
    public synchronized Optional<RobotsFile> robots(String origin) {
        return Optional.ofNullable(robots.get(origin));
    }

    @Override
    public synchronized void keep(String origin, RobotsFile file) {
        robots.put(origin, file);
    }
}
