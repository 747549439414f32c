package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
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

/** How verdicts are written down. */
final class Verdicts {

    private static final int SEVERITY_OF_GONE = 60;
    private static final int SEVERITY_OF_MOVED = 30;

    private Verdicts() {}

    static String word(Verdict verdict) {
        return switch (verdict) {
            case FirstSeen v -> "first-seen";
            case Unchanged v -> "unchanged";
            case Cosmetic v -> "cosmetic";
            case Variant v -> "variant";
            case Reinterpreted v -> "reinterpreted";
            case Changed v -> "changed";
            case QuoteMoved v -> "quote-moved";
            case QuoteLost v -> "quote-lost";
            case Moved v -> "moved";
            case Gone v -> "gone";
            case Degraded v -> "degraded";
            case Unverifiable v -> "unverifiable";
        };
    }

    /** What sort of change it is; empty where it is none. */
    static Optional<Kind> kind(Verdict verdict) {
        return switch (verdict) {
            case FirstSeen v -> Optional.empty();
            case Unchanged v -> Optional.empty();
            case Cosmetic v -> Optional.empty();
            case Variant v -> Optional.empty();
            case Reinterpreted v -> Optional.empty();
            case Changed v -> Optional.of(Kind.CHANGED);
            case QuoteMoved v -> Optional.of(Kind.QUOTE_MOVED);
            case QuoteLost v -> Optional.of(Kind.QUOTE_LOST);
            case Moved v -> Optional.of(Kind.MOVED);
            case Gone v -> Optional.of(Kind.GONE);
            case Degraded v -> Optional.empty();
            case Unverifiable v -> Optional.empty();
        };
    }

    static int severity(Verdict verdict) {
        return switch (verdict) {
            case FirstSeen v -> 0;
            case Unchanged v -> 0;
            case Cosmetic v -> 0;
            case Variant v -> 0;
            case Reinterpreted v -> 0;
            case Changed v -> v.severity();
            case QuoteMoved v -> worst(v.reasons());
            case QuoteLost v -> v.severity();
            case Moved v -> SEVERITY_OF_MOVED;
            case Gone v -> SEVERITY_OF_GONE;
            case Degraded v -> 0;
            case Unverifiable v -> 0;
        };
    }

    private static int worst(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::severity).max().orElse(0);
    }

    static List<Reason> reasons(Verdict verdict) {
        return switch (verdict) {
            case FirstSeen v -> List.of();
            case Unchanged v -> List.of();
            case Cosmetic v -> List.of();
            case Variant v -> List.of();
            case Reinterpreted v -> List.of();
            case Changed v -> v.reasons();
            case QuoteMoved v -> v.reasons();
            case QuoteLost v -> v.reasons();
            case Moved v -> v.reasons();
            case Gone v -> v.reasons();
            case Degraded v -> v.reasons();
            case Unverifiable v -> v.reasons();
        };
    }
}
