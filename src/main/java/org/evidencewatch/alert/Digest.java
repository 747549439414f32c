package org.evidencewatch.alert;

import java.time.Instant;
import java.util.List;

/**
 * A day for whoever looks after the index, on quiet days too.
 *
 * @param since when the last digest was written, or a day ago
 * @param confirmed how many citations were confirmed since then
 * @param objectives how they fare
 * @param work what waits for a reviewer
 * @param unread the hosts with pages that cannot be read, the worst first
 * @param opened alerts that were opened since then
 * @param closed alerts that were closed since then
 * @param open older alerts that are open and that nobody answered
 * @param answered how many open ones somebody answered
 */
record Digest(
        Instant at,
        Instant since,
        int confirmed,
        int evidence,
        List<TierState> objectives,
        Work work,
        List<UnreadableHost> unread,
        List<Alert> opened,
        List<Alert> closed,
        List<Alert> open,
        int answered) {

    Digest {
        objectives = List.copyOf(objectives);
        unread = List.copyOf(unread);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        open = List.copyOf(open);
    }

    /**
     * What waits for a reviewer.
     *
     * @param companies how many companies, and the worst of them by name with their lanes
     * @param minutes how long it takes, by the time that a look of each lane takes
     */
    record Work(int companies, int reasons, long minutes, List<String> worst) {

        Work {
            worst = List.copyOf(worst);
        }
    }
}
