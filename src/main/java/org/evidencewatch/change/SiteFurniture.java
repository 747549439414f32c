package org.evidencewatch.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.extract.Reading;

/**
 * Passages that stand on several other pages of a host: they are of its frame, whatever its elements are called. A term that
 * a site repeats on many pages is none: what weighs anything, or speaks of leaving and of money, is never furniture.
 */
record SiteFurniture(Set<String> passages) {

    static final SiteFurniture NONE = new SiteFurniture(Set.of());

    private static final int SEVERAL = 3;
    private static final int LIGHT = 30;

    /** What at least three of these readings of other pages have in common. */
    static SiteFurniture of(List<Reading> others) {
        Map<String, Integer> pages = new HashMap<>();
        for (Reading other : others) {
            Set<String> keys = Passage.of(other.blocks()).stream()
                    .map(Passage::key)
                    .collect(Collectors.toCollection(HashSet::new));
            keys.forEach(key -> pages.merge(key, 1, Integer::sum));
        }
        return new SiteFurniture(pages.entrySet().stream()
                .filter(entry -> entry.getValue() >= SEVERAL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the edit is of nothing else. */
    boolean holds(Edit edit) {
        if (passages.isEmpty() || !common(edit)) {
            return false;
        }
        return Weighing.of(edit).severity() < LIGHT
                && !Vocabulary.LEAVING.matchAny(edit.passage().words().keys());
    }

    private boolean common(Edit edit) {
        return passages.contains(edit.before().words().key())
                || passages.contains(edit.after().words().key());
    }
}
