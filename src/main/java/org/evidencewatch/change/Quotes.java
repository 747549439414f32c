package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.change.Anchor.Ambiguous;
import org.evidencewatch.change.Anchor.Exact;
import org.evidencewatch.change.Anchor.InContext;
import org.evidencewatch.change.Anchor.Lost;
import org.evidencewatch.change.Anchor.Normalised;
import org.evidencewatch.change.Anchor.Suggested;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.QuoteLost;
import org.evidencewatch.change.Verdict.QuoteMoved;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Reading;

/**
 * Whether the words that citations quote still stand, and under the heading they stood under. Pure.
 *
 * <p>Only a quote that stood in the baseline can be lost or moved. A change of other words stays what it is.
 */
final class Quotes {

    /** A quoted sentence is what a claim rests on: its loss weighs at least this much, however few words differ. */
    private static final int LOST = 70;

    /** Under another heading the same sentence may speak of another plan. */
    private static final int MOVED = 50;

    private final SearchedText before;
    private final SearchedText after;

    private Quotes(Reading baseline, Reading now) {
        before = SearchedText.of(baseline);
        after = SearchedText.of(now);
    }

    /**
     * The verdict on two readings, seen from their quotes: a change of words becomes a lost quote where one of them stands no
     * more, else a moved one where one stands under another heading. Passages that merely changed places are cosmetic until
     * a quote is among them.
     */
    static Verdict weigh(Verdict verdict, List<Quote> quotes, Reading baseline, Reading now) {
        if (quotes.isEmpty() || !(verdict instanceof Changed || verdict instanceof Cosmetic)) {
            return verdict;
        }
        var weighed = new Quotes(baseline, now);
        int changed = Verdicts.severity(verdict);
        List<Reason> reasons = quotes.stream()
                .flatMap(quote -> weighed.reason(quote, changed).stream())
                .toList();
        if (reasons.isEmpty()) {
            return verdict;
        }
        var all = new ArrayList<>(reasons);
        all.addAll(Verdicts.reasons(verdict));
        boolean lost = reasons.stream().anyMatch(reason -> reason.code().equals("quote-lost"));
        return lost ? new QuoteLost(Math.max(LOST, changed), all) : new QuoteMoved(all);
    }

    private Optional<Reason> reason(Quote quote, int changed) {
        Anchor stood = Anchoring.of(quote, before);
        if (stood.places().isEmpty()) {
            return Optional.empty();
        }
        return switch (Anchoring.after(before, quote, after)) {
            case Exact found -> standing(quote, stood, found.places(), changed);
            case Normalised found -> standing(quote, stood, found.places(), changed);
            case InContext found -> standing(quote, stood, found.places(), changed);
            case Ambiguous found -> standing(quote, stood, found.places(), changed);
            case Suggested like -> Optional.of(lost(quote, Optional.of(like.at().shown()), changed));
            case Lost none -> Optional.of(lost(quote, Optional.empty(), changed));
        };
    }

    /** Of a quote that stood twice, nobody knows which was meant: while one of them stands, it stands. */
    private Optional<Reason> standing(Quote quote, Anchor stood, List<Place> now, int changed) {
        if (stood.places().size() > 1) {
            return Optional.empty();
        }
        Place place = stood.places().getFirst();
        if (now.stream().anyMatch(there -> under(there).equals(under(place)))) {
            return Optional.empty();
        }
        // The same words stood under another heading too; that those are left does not bring the cited ones back.
        List<List<String>> twins = stood instanceof InContext found
                ? found.others().stream().map(Quotes::under).toList()
                : List.of();
        Optional<Place> there =
                now.stream().filter(found -> !twins.contains(under(found))).findFirst();
        if (there.isEmpty()) {
            return Optional.of(lost(quote, Optional.empty(), changed));
        }
        return there.filter(found -> elsewhere(under(place), under(found)))
                .map(found -> new Reason(
                        "quote-moved",
                        Optional.of(place.shown()),
                        Optional.of(found.shown()),
                        Math.max(MOVED, changed)));
    }

    private static Reason lost(Quote quote, Optional<String> suggestion, int changed) {
        return new Reason("quote-lost", Optional.of(quote.exact()), suggestion, Math.max(LOST, changed));
    }

    private static List<String> under(Place place) {
        return SearchedText.path(place.heading());
    }

    /** Whether one path is another part of the page, rather than the same part under headings that were reworded. */
    private boolean elsewhere(List<String> old, List<String> now) {
        Set<String> headingsNow = after.headings();
        Set<String> headingsBefore = before.headings();
        return old.stream().anyMatch(part -> !now.contains(part) && headingsNow.contains(part))
                || now.stream().anyMatch(part -> !old.contains(part) && headingsBefore.contains(part));
    }
}
