package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Anchor.Ambiguous;
import org.evidencewatch.change.Anchor.Exact;
import org.evidencewatch.change.Anchor.InContext;
import org.evidencewatch.change.Anchor.Normalised;
import org.evidencewatch.change.Sought.Spelled;
import org.evidencewatch.company.Quote;

/**
 * Finds a quote on a page by a ladder: exact, normalised, unique in its context, and then only a suggestion. Pure; bounded
 * by the text's length.
 *
 * <p>A quote that begins or ends within a word of the page does not stand there: "4 days" is no part of "14 days".
 */
final class Anchoring {

    private Anchoring() {}

    /** Where the quote stands in this text. */
    static Anchor of(Quote quote, SearchedText text) {
        Sought sought = Sought.of(quote);
        return standing(sought, text).orElseGet(() -> Suggestions.of(sought, text, Optional.empty()));
    }

    /** Where a quote that stood in an earlier text stands in this one; what stood there beside it is no suggestion. */
    static Anchor after(SearchedText earlier, Quote quote, SearchedText text) {
        Sought sought = Sought.of(quote);
        return standing(sought, text).orElseGet(() -> Suggestions.of(sought, text, Optional.of(earlier)));
    }

    private static Optional<Anchor> standing(Sought sought, SearchedText text) {
        List<Integer> found = text.find(sought.words().keys());
        for (Spelled spelled : Spelled.values()) {
            List<Integer> places = found.stream()
                    .filter(first -> spelled != Spelled.IN_ANOTHER_SENTENCE && sought.spelled(text, first) == spelled)
                    .toList();
            if (!places.isEmpty()) {
                return Optional.of(one(sought, text, spelled, places));
            }
        }
        return Optional.empty();
    }

    private static Anchor one(Sought sought, SearchedText text, Spelled spelled, List<Integer> found) {
        if (found.size() > 1) {
            return meant(sought, text, spelled, found);
        }
        Place place = sought.place(text, found.getFirst(), spelled);
        return spelled == Spelled.EXACTLY ? new Exact(place) : new Normalised(place);
    }

    /** The one place whose context is the quote's, for half of its words at least, and more than any other's. */
    private static Anchor meant(Sought sought, SearchedText text, Spelled spelled, List<Integer> found) {
        var ranked = new ArrayList<>(found);
        ranked.sort(Comparator.comparingInt((Integer first) -> sought.context(text, first))
                .reversed());
        int best = sought.context(text, ranked.get(0));
        int next = sought.context(text, ranked.get(1));
        List<Place> places =
                ranked.stream().map(first -> sought.place(text, first, spelled)).toList();
        return best > next && 2 * best >= sought.contextWords()
                ? new InContext(places.getFirst(), places.subList(1, places.size()))
                : new Ambiguous(places);
    }
}
