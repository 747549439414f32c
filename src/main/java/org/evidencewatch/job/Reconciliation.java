package org.evidencewatch.job;

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
        boolean wrong = account.run().state().equals("completed")
                ? account.attempted() != account.planned()
                : account.attempted() > account.planned();
        return unless(!wrong, "%,d pages were planned, %,d attempted", account.planned(), account.attempted());
    }

    private static Optional<String> verdicts(RunAccount account) {
        int judged = total(account.run().counts().values().stream());
        return unless(
                judged == account.attempted(), "%,d pages were attempted, %,d have a verdict", account.attempted(), judged);
    }

    private static Optional<String> report(RunAccount account) {
        long sources = account.reported().getOrDefault("sources", 0L);
        long shares = SHARES.stream()
                .mapToLong(name -> account.reported().getOrDefault(name, 0L))
                .sum();
        return unless(sources == shares, "it reported %,d pages, and verdicts for %,d", sources, shares);
    }

    private static Optional<String> detections(RunAccount account) {
        int ended = total(account.detections().values().stream());
        return unless(
                account.detected() == ended,
                "%,d differences were detected, %,d are accounted for",
                account.detected(),
                ended);
    }

    private static int total(Stream<Integer> counts) {
        return counts.mapToInt(Integer::intValue).sum();
    }

    private static Optional<String> unless(boolean right, String words, Object... figures) {
        return right ? Optional.empty() : Optional.of(String.format(Locale.ROOT, words, figures));
    }
}
