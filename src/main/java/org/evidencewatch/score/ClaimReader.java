package org.evidencewatch.score;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.ClaimedFacts;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactReader;
import org.jspecify.annotations.Nullable;

/**
 * The typed facts of claims. Those that were read last are kept: a record is scored with and without a change, and each time
 * that the queue is shown. Thread-safe.
 */
final class ClaimReader {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int EXPECTED = 1_024;
    private static final float LOAD = 0.75f;

    private record Words(Dimension dimension, String statement, Optional<String> summary) {

        /** The summary is one text for all claims of its record. */
        int characters() {
            return statement.length() + summary.map(String::length).orElse(0) / Dimension.values().length;
        }
    }

    private final FactReader reader = new FactReader();
    private final int mostCharacters;
    /** The one that nobody asked for for the longest time first. */
    private final Map<Words, List<Fact>> known = new LinkedHashMap<>(EXPECTED, LOAD, true);

    private int characters;

    ClaimReader() {
        this(MOST_CHARACTERS);
    }

    ClaimReader(int mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** What a claim of this dimension states; the summary speaks where it states nothing of it. */
    List<Fact> read(Dimension dimension, String statement, Optional<String> summary) {
        var words = new Words(dimension, statement, summary);
        List<Fact> kept = kept(words);
        if (kept != null) {
            return kept;
        }
        List<Fact> read = ClaimedFacts.of(reader, dimension, statement, summary).all();
        keep(words, read);
        return read;
    }

    /** How many claims are kept. */
    synchronized int size() {
        return known.size();
    }

    private synchronized @Nullable List<Fact> kept(Words words) {
        return known.get(words);
    }

    private synchronized void keep(Words words, List<Fact> facts) {
        if (known.putIfAbsent(words, facts) == null) {
            characters += words.characters();
        }
        Iterator<Words> oldest = known.keySet().iterator();
        while (characters > mostCharacters && oldest.hasNext()) {
            characters -= oldest.next().characters();
            oldest.remove();
        }
    }
}
