package org.evidencewatch.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The runs of four words of a whole text, across block borders: tells whether a passage stands elsewhere, or was merely
 * cut into blocks another way. Kept as 64-bit hashes; a collision could hide a change with a chance below one in 10^12 for
 * the largest pages read.
 */
final class Shingles {

    static final int LENGTH = 4;

    private final Set<Long> hashes = new HashSet<>();
    private final int words;

    private Shingles(List<Passage> passages) {
        var all = passages.stream()
                .flatMap(passage -> passage.words().keys().stream())
                .toList();
        words = all.size();
        for (int i = 0; i + LENGTH <= all.size(); i++) {
            hashes.add(hash(all, i));
        }
    }

    static Shingles of(List<Passage> passages) {
        return new Shingles(passages);
    }

    int words() {
        return words;
    }

    /** Share of the given words' shingles that this text holds; 0 for fewer than four words. */
    double share(List<String> keys) {
        int all = keys.size() - LENGTH + 1;
        int found = 0;
        for (int i = 0; i < all; i++) {
            found += hashes.contains(hash(keys, i)) ? 1 : 0;
        }
        return all <= 0 ? 0 : found / (double) all;
    }

    /** Share of this text's distinct shingles that the other holds; 1 where there are none. */
    double survivingIn(Shingles other) {
        if (hashes.isEmpty()) {
            return 1;
        }
        long found = hashes.stream().filter(other.hashes::contains).count();
        return found / (double) hashes.size();
    }

    private static long hash(List<String> keys, int start) {
        return hash(keys.subList(start, start + LENGTH));
    }

    /** A 64-bit hash of some words in their order. */
    static long hash(List<String> keys) {
        long hash = 1125899906842597L;
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            for (int c = 0; c < key.length(); c++) {
                hash = 31 * hash + key.charAt(c);
            }
            hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L + i;
        }
        return hash;
    }
}
