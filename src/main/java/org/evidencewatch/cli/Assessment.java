package org.evidencewatch.cli;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import org.evidencewatch.change.Verdict;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Moved;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.change.Verdict.QuoteMoved;
import org.evidencewatch.change.Verdict.Reinterpreted;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.change.Verdict.Unverifiable;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.fact.FactChange;

/**
 * A verdict in the words of {@code assess}.
 *
 * @param severity 0 to 100; 0 for what alarms nobody
 * @param changes typed facts that differ
 * @param material whether a customer's terms are likely touched
 */
record Assessment(
        String id, Word verdict, int severity, List<Because> reasons, List<ChangedFact> changes, boolean material) {

    private static final int MATERIAL = 50;

    enum Word {
        UNCHANGED,
        COSMETIC,
        CHANGED,
        DEGRADED,
        VARIANT
    }

    record Because(String code, Optional<String> before, Optional<String> after) {}

    static Assessment of(String id, Verdict verdict) {
        return switch (verdict) {
            case FirstSeen v -> of(id, Word.UNCHANGED, 0, List.of());
            case Unchanged v -> of(id, Word.UNCHANGED, 0, List.of());
            case Reinterpreted v -> of(id, Word.UNCHANGED, 0, List.of());
            case Cosmetic v -> of(id, Word.COSMETIC, 0, List.of());
            case Variant v -> of(id, Word.COSMETIC, 0, List.of());
            case Changed changed -> of(id, Word.CHANGED, changed.severity(), changed.reasons(), changed.facts());
            case QuoteMoved moved -> of(id, Word.CHANGED, worst(moved.reasons()), moved.reasons());
            case QuoteLost lost -> of(id, Word.CHANGED, lost.severity(), lost.reasons());
            case Moved moved -> of(id, Word.DEGRADED, worst(moved.reasons()), moved.reasons());
            case Gone gone -> of(id, Word.DEGRADED, worst(gone.reasons()), gone.reasons());
            case Degraded degraded -> of(id, Word.DEGRADED, worst(degraded.reasons()), degraded.reasons());
            case Unverifiable none -> of(id, Word.DEGRADED, worst(none.reasons()), none.reasons());
        };
    }

    /** The same for one of a history, which knows what a page has shown before. */
    static Assessment ofHistory(String id, Verdict verdict) {
        return verdict instanceof Variant ? of(id, Word.VARIANT, 0, List.of()) : of(id, verdict);
    }

    /** A change so slight that later readings must show it too: not yet one, but not kept silent. */
    static Assessment waiting(String id, Changed change) {
        return of(id, Word.COSMETIC, 0, change.reasons());
    }

    private static Assessment of(String id, Word word, int severity, List<Reason> reasons) {
        return of(id, word, severity, reasons, List.of());
    }

    private static Assessment of(String id, Word word, int severity, List<Reason> reasons, List<FactChange> facts) {
        List<Because> because = reasons.stream()
                .map(reason -> new Because(reason.code(), reason.before(), reason.after()))
                .toList();
        boolean material = word == Word.CHANGED && (severity >= MATERIAL || !facts.isEmpty());
        return new Assessment(
                id, word, severity, because, facts.stream().map(ChangedFact::of).toList(), material);
    }

    private static int worst(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::severity).max().orElse(0);
    }
}
