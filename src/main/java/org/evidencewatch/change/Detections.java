package org.evidencewatch.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Effect.Confirm;
import org.evidencewatch.change.Effect.End;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Effect.Outcome;
import org.evidencewatch.change.Renewal.Renewed;

/**
 * The life of detections, decided by what a page shows now. Pure.
 *
 * <p>Two axes that do not touch each other: what the words say (changed, quote lost), and whether the page is there
 * (gone, moved). A read that failed touches neither.
 */
final class Detections {

    private final List<Detection> pending;
    private final List<Detection> vanished;
    private final Instant at;
    private final Duration confirmAfter;

    Detections(List<Detection> pending, Instant at, Duration confirmAfter) {
        this(new Renewed(pending, List.of()), at, confirmAfter);
    }

    Detections(Renewed renewed, Instant at, Duration confirmAfter) {
        this.pending = List.copyOf(renewed.standing());
        this.vanished = List.copyOf(renewed.vanished());
        this.at = at;
        this.confirmAfter = confirmAfter;
    }

    /** The page shows the accepted words: whatever was flagged of it is over. */
    List<Effect> accepted() {
        var effects = new ArrayList<>(endAll(pending));
        effects.addAll(suppressed());
        return effects;
    }

    /** Whether this is what was detected before. */
    boolean flagged(Fingerprint fingerprint) {
        return pending.stream().anyMatch(d -> d.fingerprint().equals(fingerprint));
    }

    /** The page was read and shows this change of its words. */
    List<Effect> words(Kind kind, Fingerprint fingerprint) {
        var effects = new ArrayList<>(
                endAll(pending.stream().filter(d -> !d.kind().ofWords()).toList()));
        effects.addAll(suppressed());
        effects.addAll(seen(kind, fingerprint));
        return effects;
    }

    /**
     * A change that only older rules saw is not told to anybody. One that was told already is left to the person who
     * has it: that our rules changed is no answer.
     */
    private List<Effect> suppressed() {
        return vanished.stream()
                .filter(d -> !d.confirmed())
                .<Effect>map(d -> new End(d, Outcome.SUPPRESSED))
                .toList();
    }

    /** The page is not there, in this way. */
    List<Effect> absent(Kind kind, Fingerprint fingerprint) {
        return seen(kind, fingerprint);
    }

    /**
     * The site shows this page for what does not exist: what was observed of the page's words were the words of no page, and
     * nobody is told of them.
     */
    List<Effect> neverThere(Fingerprint fingerprint) {
        var effects = new ArrayList<>(absent(Kind.GONE, fingerprint));
        pending.stream()
                .filter(d -> d.kind().ofWords() && !d.confirmed() && !d.decided())
                .forEach(d -> effects.add(new End(d, Outcome.UNCONFIRMED)));
        return effects;
    }

    private List<Effect> seen(Kind kind, Fingerprint fingerprint) {
        Optional<Detection> same = pending.stream()
                .filter(d -> d.fingerprint().equals(fingerprint))
                .findFirst();
        var others = pending.stream()
                .filter(d -> d.kind().ofWords() == kind.ofWords() && !d.decided())
                .filter(d -> !d.fingerprint().equals(fingerprint))
                .toList();
        if (same.isPresent() && due(same.get())) {
            return confirm(same.get(), others);
        }
        var effects = new ArrayList<Effect>();
        others.stream().filter(d -> !d.confirmed()).forEach(d -> effects.add(new End(d, Outcome.UNCONFIRMED)));
        if (same.isEmpty()) {
            effects.add(new Observe(kind, fingerprint));
        }
        return effects;
    }

    private boolean due(Detection change) {
        return !change.confirmed()
                && !change.decided()
                && !at.isBefore(change.observedAt().plus(patience(change)));
    }

    private Duration patience(Detection change) {
        return change.slight() && confirmAfter.compareTo(Slight.PATIENCE) < 0 ? Slight.PATIENCE : confirmAfter;
    }

    private static List<Effect> confirm(Detection change, List<Detection> others) {
        var effects = new ArrayList<Effect>();
        effects.add(new Confirm(change));
        others.forEach(d -> effects.add(new End(d, d.confirmed() ? Outcome.SUPERSEDED : Outcome.UNCONFIRMED)));
        return effects;
    }

    private static List<Effect> endAll(List<Detection> detections) {
        return detections.stream()
                .filter(d -> !d.decided())
                .<Effect>map(d -> new End(d, d.confirmed() ? Outcome.REVERTED : Outcome.UNCONFIRMED))
                .toList();
    }
}
