package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.extract.Reading;

/**
 * What a page has shown before beside its baseline, without it being news: copies by language, region or experiment, and
 * passages that come and go. A return to any of it is a variant, not a change. Immutable.
 *
 * <p>Whole texts are remembered, the newest {@value #MOST} of them; of every text also which passages stood beside one
 * another, so that two things that come and go by themselves are known in every combination. A place whose passage was
 * another one nearly every time, such as a quotation of the day, is known to vary.
 */
public final class KnownStates {

    /** A page that has shown nothing yet. */
    public static final KnownStates NONE = new KnownStates(List.of(), Set.of(), Map.of(), 0, SiteFurniture.NONE);

    private static final int MOST = 12;
    private static final int VARIED = 3;
    private static final int RARELY = 2;
    private static final int CONTENTS = 32;
    private static final String EDGE = "";

    private final List<State> states;
    private final Set<Long> neighbours;
    private final Map<Long, Place> places;
    private final int readings;
    private final SiteFurniture site;

    /** What stood between two passages, and how many readings had been made when the first was seen. */
    private record Place(Set<Long> contents, int since) {

        boolean varies(int readings) {
            boolean often = contents.size() >= CONTENTS || readings - since <= RARELY * contents.size();
            return often && contents.size() >= VARIED;
        }

        Place with(long content) {
            var more = new HashSet<>(contents);
            more.add(content);
            return contents.size() >= CONTENTS ? this : new Place(more, since);
        }
    }

    private record State(Reading reading, List<Passage> passages, Shingles shingles) {}

    private KnownStates(
            List<State> states, Set<Long> neighbours, Map<Long, Place> places, int readings, SiteFurniture site) {
        this.states = List.copyOf(states);
        this.neighbours = neighbours;
        this.places = places;
        this.readings = readings;
        this.site = site;
    }

    /** These, on a site with that furniture. */
    KnownStates on(SiteFurniture furniture) {
        return new KnownStates(states, neighbours, places, readings, furniture);
    }

    /** These and another good reading that is no news. */
    public KnownStates with(Reading reading) {
        String text = reading.comparisonText();
        if (states.stream().anyMatch(state -> state.reading().comparisonText().equals(text))) {
            return new KnownStates(states, neighbours, places, readings + 1, site);
        }
        List<Passage> passages = Passage.of(reading.blocks());
        var more = new ArrayList<>(states.size() < MOST ? states : states.subList(1, MOST));
        more.add(new State(reading, passages, Shingles.of(passages)));
        var known = new HashSet<>(neighbours);
        for (int i = 0; i <= passages.size(); i++) {
            known.add(pair(key(passages, i - 1), key(passages, i)));
        }
        return new KnownStates(more, known, placesWith(passages), readings + 1, site);
    }

    private Map<Long, Place> placesWith(List<Passage> passages) {
        var more = new HashMap<>(places);
        for (int i = 0; i < passages.size(); i++) {
            long content = Shingles.hash(List.of(key(passages, i)));
            more.merge(
                    pair(key(passages, i - 1), key(passages, i + 1)),
                    new Place(Set.of(content), readings),
                    (place, once) -> place.with(content));
        }
        return more;
    }

    /** The known text that is most like this one; empty where none is known. */
    Optional<Reading> nearest(Shingles now) {
        State best = null;
        double most = -1;
        for (State state : states) {
            double alike = state.shingles().survivingIn(now) + now.survivingIn(state.shingles());
            if (alike >= most) {
                best = state;
                most = alike;
            }
        }
        return Optional.ofNullable(best).map(State::reading);
    }

    /** Whether this edit leads to what the page has shown before. */
    boolean explains(Edit edit, List<Passage> before, List<Passage> now) {
        return site.holds(edit) || (!neighbours.isEmpty() && shownBefore(edit, before, now));
    }

    private boolean shownBefore(Edit edit, List<Passage> before, List<Passage> now) {
        Passage passage = edit.passage();
        if (edit.after().words().size() > 0) {
            return varies(passage, now) || (count(now, passage) <= timesShown(passage) && stoodHere(passage, now));
        }
        return removalKnown(passage.position(), before, now);
    }

    private boolean varies(Passage passage, List<Passage> now) {
        int at = passage.position();
        Place place = places.get(pair(key(now, at - 1), key(now, at + 1)));
        return place != null && place.varies(readings);
    }

    private boolean stoodHere(Passage passage, List<Passage> now) {
        int at = passage.position();
        return neighbours.contains(pair(key(now, at - 1), passage.key()))
                || neighbours.contains(pair(passage.key(), key(now, at + 1)));
    }

    /** Whether the passages around the gap have stood beside one another before. */
    private boolean removalKnown(int at, List<Passage> before, List<Passage> now) {
        Set<String> left = new HashSet<>();
        now.forEach(passage -> left.add(passage.key()));
        int previous = at - 1;
        while (previous >= 0 && !left.contains(key(before, previous))) {
            previous--;
        }
        int next = at + 1;
        while (next < before.size() && !left.contains(key(before, next))) {
            next++;
        }
        return neighbours.contains(pair(key(before, previous), key(before, next)));
    }

    private int timesShown(Passage passage) {
        return states.stream()
                .mapToInt(state -> count(state.passages(), passage))
                .max()
                .orElse(0);
    }

    private static int count(List<Passage> passages, Passage wanted) {
        return Math.toIntExact(passages.stream()
                .filter(passage -> passage.key().equals(wanted.key()))
                .count());
    }

    private static String key(List<Passage> passages, int at) {
        return at < 0 || at >= passages.size() ? EDGE : passages.get(at).key();
    }

    private static long pair(String first, String second) {
        return Shingles.hash(List.of(first, second));
    }
}
