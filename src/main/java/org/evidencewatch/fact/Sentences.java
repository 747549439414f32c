package org.evidencewatch.fact;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sentences with their concepts. Those that were read last are kept, for every sentence is read with its neighbours, and the
 * two states of a page, and the pages of a site, have most of theirs in common. Thread-safe.
 */
final class Sentences {

    private static final int MOST_CHARACTERS = 250_000;
    private static final int EXPECTED = 2_048;
    private static final float LOAD = 0.75f;

    private final Lexicon lexicon;
    /** The one that nobody asked for for the longest time first. */
    private final Map<String, Clause> known = new LinkedHashMap<>(EXPECTED, LOAD, true);

    private int characters;

    Sentences(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Clause read(String text) {
        Clause kept = kept(text);
        if (kept != null) {
            return kept;
        }
        Clause read = Clause.of(lexicon.tokens(text));
        keep(text, read);
        return read;
    }

    private synchronized @Nullable Clause kept(String text) {
        return known.get(text);
    }

    private synchronized void keep(String text, Clause read) {
        if (known.putIfAbsent(text, read) == null) {
            characters += text.length();
        }
        Iterator<String> oldest = known.keySet().iterator();
        while (characters > MOST_CHARACTERS && oldest.hasNext()) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
