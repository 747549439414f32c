package org.evidencewatch.job;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.evidencewatch.change.Changes;
import org.evidencewatch.change.Known;
import org.evidencewatch.extract.SourceEndpoint;
import org.evidencewatch.extract.SourceEndpoints;
import org.evidencewatch.snapshot.Snapshots;
import org.springframework.stereotype.Component;

/**
 * Looks up what must be on hand before pages are asked for, some pages at a time. Few visitors ask at once, and the others
 * wait without a connection: the pool's are for those too who write what was read.
 */
@Component
class SourceRecords {

    private static final int SIDE_BY_SIDE = 4;

    private final Semaphore questions = new Semaphore(SIDE_BY_SIDE);
    private final Snapshots snapshots;
    private final SourceEndpoints endpoints;
    private final Changes changes;

    SourceRecords(Snapshots snapshots, SourceEndpoints endpoints, Changes changes) {
        this.snapshots = snapshots;
        this.endpoints = endpoints;
        this.changes = changes;
    }

    /** By source. */
    Map<Long, OnRecord> of(Collection<Long> sources) {
        return oneOfFew(() -> lookUp(sources));
    }

    private Map<Long, OnRecord> lookUp(Collection<Long> sources) {
        var held = snapshots.held(sources);
        var known = endpoints.of(sources);
        var pending = changes.unsettled(sources);
        var records = new HashMap<Long, OnRecord>();
        for (Long source : sources) {
            records.put(
                    source,
                    new OnRecord(
                            Optional.ofNullable(held.get(source)),
                            known.getOrDefault(source, SourceEndpoint.NONE),
                            pending.contains(source),
                            () -> oneOfFew(() -> state(source))));
        }
        return records;
    }

    private Known state(Long source) {
        return changes.states(List.of(source)).getOrDefault(source, Known.NOTHING);
    }

    private <T> T oneOfFew(Supplier<T> question) {
        questions.acquireUninterruptibly();
        try {
            return question.get();
        } finally {
            questions.release();
        }
    }
}
