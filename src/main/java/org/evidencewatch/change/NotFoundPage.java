package org.evidencewatch.change;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;

/**
 * What a site shows, with status 200, for a page that does not exist. A page that shows nearly the same is not there either.
 *
 * <p>Nearly the same is more than a common frame: the page may have no number and next to no word of its own, but those of
 * its address, which such pages like to repeat; and it must have nearly all that the other has.
 */
public final class NotFoundPage {

    /** Why a page is not there that shows the same as one that cannot be. */
    public static final StateReason REASON =
            new StateReason("soft-404-probe", "The site shows nearly the same for an address that cannot exist.");

    private static final double NEARLY = 0.6;
    private static final int OWN = 2;
    private static final double LACKING = 0.1;

    private final Shingles shingles;
    private final Set<String> words;

    private NotFoundPage(Reading reading) {
        List<Passage> passages = Passage.of(reading.blocks());
        this.shingles = Shingles.of(passages);
        this.words = words(passages);
    }

    /** The page for what does not exist, as it was read; empty where it has no words. */
    public static Optional<NotFoundPage> of(Reading reading) {
        return reading.blocks().isEmpty() ? Optional.empty() : Optional.of(new NotFoundPage(reading));
    }

    /**
     * Whether a probe may tell what a page is: a change of its words waits for this second read, or the last read was judged
     * by a probe.
     */
    public static boolean wanted(Known known, boolean second) {
        return known.pending().stream()
                .anyMatch(detection -> told(detection.fingerprint())
                        || (second && detection.kind().ofWords() && !detection.confirmed() && !detection.decided()));
    }

    /** Whether it was a probe that told of an absence. */
    static boolean told(Fingerprint absence) {
        return absence.equals(Fingerprint.of(Kind.GONE, List.of(ChangeDetector.stated(REASON))));
    }

    /** Whether a page that was read from that address is this one. */
    public boolean shownBy(Reading page, URI address) {
        List<Passage> passages = Passage.of(page.blocks());
        Set<String> shown = words(passages);
        Set<String> own = without(shown, words);
        own.removeAll(Set.copyOf(Words.of(spoken(address)).keys()));
        return own.size() <= OWN
                && own.stream().noneMatch(word -> word.chars().anyMatch(Character::isDigit))
                && without(words, shown).size() <= OWN + LACKING * words.size()
                && alike(Shingles.of(passages));
    }

    private boolean alike(Shingles shown) {
        return shingles.survivingIn(shown) >= NEARLY && shown.survivingIn(shingles) >= NEARLY;
    }

    private static Set<String> without(Set<String> all, Set<String> known) {
        var rest = new HashSet<>(all);
        rest.removeAll(known);
        return rest;
    }

    /** The words of an address, as a page would repeat them. */
    private static String spoken(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path + " " + path.replaceAll("[^\\p{L}\\p{N}]+", " ");
    }

    private static Set<String> words(List<Passage> passages) {
        var words = new HashSet<String>();
        passages.forEach(passage -> words.addAll(passage.words().keys()));
        return words;
    }
}
