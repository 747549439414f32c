package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Experience.Shown;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.change.Verdict.QuoteMoved;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Way;

/** A page beside its baseline and whatever else its source has shown. What was shown is read only where it may explain. */
final class Beside {

    private final Judge.Archive archive;
    private final Known known;
    private final Legible baseline;

    Beside(Judge.Archive archive, Known known, Legible baseline) {
        this.archive = archive;
        this.known = known;
        this.baseline = baseline;
    }

    Verdict verdict(Legible now) {
        Verdict plain = SideBySide.compare(Optional.of(baseline), now, known.quotes());
        var experience = known.experience();
        if ((experience.shown().isEmpty() && experience.siblings().isEmpty()) || !differs(plain)) {
            return plain;
        }
        Verdict verdict = with(experience, now);
        if (verdict instanceof Variant && experience.staying()) {
            Verdict unanswered = with(experience.answered(), now);
            return experience.news(unanswered) ? unanswered : verdict;
        }
        return verdict;
    }

    private static boolean differs(Verdict verdict) {
        return verdict instanceof Changed
                || verdict instanceof QuoteMoved
                || verdict instanceof QuoteLost
                || verdict instanceof Degraded;
    }

    private Verdict with(Experience experience, Legible now) {
        return SideBySide.compare(
                Optional.of(baseline),
                now,
                known.quotes(),
                way -> states(experience.shown(), way).on(site(way)));
    }

    /** The other pages of the host, so far as they are read in that way. */
    private SiteFurniture site(Way way) {
        return SiteFurniture.of(known.experience().siblings().stream()
                .map(id -> archive.page(id).own())
                .filter(reading -> reading.good() && reading.way() == way)
                .toList());
    }

    private KnownStates states(List<Shown> shown, Way way) {
        KnownStates states = KnownStates.NONE.with(baseline.in(way));
        for (Shown text : shown) {
            Reading reading = archive.page(text.responseId()).in(way);
            states = reading.good() && reading.way() == way ? states.with(reading) : states;
        }
        return states;
    }
}
