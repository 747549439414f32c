package org.evidencewatch.job;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the counts of a run add up, to the row. Pure. */
final class Reconciliation {

    /** The figures of a report that share its sources out among themselves. */
    private static final List<String> SHARES = List.of(
            "firstSeen",
            "unchanged",
            "cosmetic",
            "variant",
            "reinterpreted",
            "changed",
            "moved",
            "gone",
            "degraded",
            "unverifiable",
            "disallowed",
            "refused");

    private Reconciliation() {}

    /** One sentence for each sum that does not come out. */
    static List<String> of(RunAccount account) {
        return Stream.of(attempts(account), verdicts(account), report(account), detections(account))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A run that has ended well has tried every page. */
    private static Optional<String> attempts(RunAccount account) {
        boolean right = account.run().state().equals("completed")
                ? account.attempted() == account.planned()
                : account.attempted() <= account.planned();
        return unless(
                right, count(account.planned()) + " pages were planned, " + count(account.attempted()) + " attempted");
    }

    private static Optional<String> verdicts(RunAccount account) {
        int judged = total(account.run().counts().values());
        return unless(
                judged == account.attempted(),
                count(account.attempted()) + " pages were attempted, " + count(judged) + " have a verdict");
    }

    private static Optional<String> report(RunAccount account) {
        long sources = account.reported().getOrDefault("sources", 0L);
        long shares = SHARES.stream()
                .mapToLong(name -> account.reported().getOrDefault(name, 0L))
                .sum();
        return unless(sources == shares, "it reported " + count(sources) + " pages, and verdicts for " + count(shares));
    }

    private static Optional<String> detections(RunAccount account) {
        int ended = total(account.detections().values());
        return unless(
                account.detected() == ended,
                count(account.detected()) + " differences were detected, " + count(ended) + " are accounted for");
    }

    private static int total(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static Optional<String> unless(boolean right, String words) {
        return right ? Optional.empty() : Optional.of(words);
    }
}
