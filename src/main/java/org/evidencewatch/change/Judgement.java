package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;

/**
 * What one capture means, and what follows from it.
 *
 * @param fingerprint of the differing words, where they differ from the baseline's
 * @param good the capture shows the cited page itself, so it may be compared and may become a baseline
 * @param becomesBaseline the first good capture of its source, or the first since what was accepted became illegible
 */
public record Judgement(
        Verdict verdict,
        Optional<Fingerprint> fingerprint,
        List<Effect> effects,
        boolean good,
        boolean becomesBaseline) {

    public Judgement {
        effects = List.copyOf(effects);
    }

    /** The capture says nothing of the page's words; nothing follows. */
    static Judgement unread(Verdict verdict) {
        return new Judgement(verdict, Optional.empty(), List.of(), false, false);
    }

    /** The capture says that the page is not where it was cited. */
    static Judgement absent(Verdict verdict, List<Effect> effects) {
        return new Judgement(verdict, Optional.empty(), effects, false, false);
    }

    /**
     * Today's extractor sees no page in what was accepted, so that nothing can be compared with it: what the capture
     * shows is accepted in its place.
     */
    static Judgement rebased(List<Effect> effects) {
        return new Judgement(new Verdict.Reinterpreted(), Optional.empty(), effects, true, true);
    }

    /** The capture shows the accepted words. */
    static Judgement accepted(Verdict verdict, List<Effect> effects) {
        return new Judgement(verdict, Optional.empty(), effects, true, false);
    }
}
