package org.evidencewatch.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * What a source has shown beside its baseline since a person last accepted a change of it, oldest first.
 *
 * @param shown texts that were no news: a person dismissed them, or they went away by themselves
 * @param elsewhere good captures in a row, up to the newest, that showed one of those
 * @param lost what the newest captures show in a row, where they seem to be another page or half of this one
 * @param siblings the newest good captures of a few other sources of the same host, as those that brought their bytes
 * @param quarantined texts of which a person said that they are no reading of the page
 */
public record Experience(
        List<Shown> shown, int elsewhere, Optional<Lost> lost, List<Long> siblings, Set<ContentDigest> quarantined) {

    /** A source of which nothing is known. */
    public static final Experience NONE = new Experience(List.of(), 0, Optional.empty(), List.of(), Set.of());

    /** A copy that nobody has answered for is news when it stays so long: an experiment ended, or was no experiment. */
    private static final int STAYS = 5;

    private static final int STAYS_THOUGH_SLIGHT = 14;
    private static final int SLIGHT = 30;

    /** So many readings over so long, and what seemed to be another page is what the page is now. */
    private static final int LASTS = 3;

    private static final Duration NIGHTS = Duration.ofHours(40);

    public Experience {
        shown = List.copyOf(shown);
        siblings = List.copyOf(siblings);
        quarantined = Set.copyOf(quarantined);
    }

    /**
     * A text that was no news.
     *
     * @param responseId the capture that brought its bytes
     * @param answered a person said so
     */
    public record Shown(long responseId, boolean answered) {}

    /** A text that was shown so many times in a row, first at that time. */
    public record Lost(ContentDigest text, int times, Instant since) {

        /** What is lost with this reading after those before it. */
        static Lost after(Optional<Lost> before, ContentDigest now, Instant at) {
            return before.map(lost -> lost.and(now, at)).orElse(new Lost(now, 1, at));
        }

        /** The same, and one reading more. */
        private Lost and(ContentDigest now, Instant at) {
            return text.equals(now) ? new Lost(text, times + 1, since) : new Lost(now, 1, at);
        }

        boolean lasting(Instant at) {
            return times >= LASTS && !Duration.between(since, at).minus(NIGHTS).isNegative();
        }
    }

    /** Whether copies that nobody answered for have stayed so long that they should be looked at. */
    boolean staying() {
        return elsewhere >= STAYS;
    }

    /** Whether this, of a copy that stays, is news. */
    boolean news(Verdict verdict) {
        return Verdicts.severity(verdict) >= SLIGHT || elsewhere >= STAYS_THOUGH_SLIGHT;
    }

    /** Only what a person answered for. */
    Experience answered() {
        return new Experience(shown.stream().filter(Shown::answered).toList(), elsewhere, lost, siblings, quarantined);
    }

    /** Whether a page with this text has been the page for several nights, though it seems to be another one. */
    boolean lasting(ContentDigest now, Instant at) {
        return Lost.after(lost, now, at).lasting(at);
    }
}
