package org.evidencewatch.cli.bench;

import java.util.BitSet;
import java.util.OptionalInt;

/** Counts what the site answers. Safe for use by many threads. */
final class Log {

    private final BitSet pages = new BitSet();
    private long full;
    private long notModified;
    private long others;
    private long connections;
    private long octets;

    synchronized void opened() {
        connections++;
    }

    synchronized void answered(OptionalInt page, int status, int length) {
        octets += length;
        page.ifPresent(pages::set);
        switch (status) {
            case 200 -> full++;
            case 304 -> notModified++;
            default -> others++;
        }
    }

    /** What was counted up to now; counting begins anew. */
    synchronized Tally take() {
        var tally = new Tally(pages.cardinality(), full, notModified, others, connections, octets);
        pages.clear();
        full = 0;
        notModified = 0;
        others = 0;
        connections = 0;
        octets = 0;
        return tally;
    }
}
