package org.evidencewatch.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.change.Edit.Side;

/**
 * Where two texts differ in their words: passages first, as a multiset, so that a moved passage is no difference; then
 * words inside the passages that became one another. What went and stands elsewhere, or came and stood elsewhere, is no
 * difference either, whatever the blocks were.
 */
final class Differences {

    /** Share of a run's shingles that must stand elsewhere for the run to count as moved. */
    private static final double MOVED = 0.9;

    private static final int LONG_RUN = 12;

    /** Hunks with no more common words between them are one. */
    private static final int ADJOINING = 1;

    private static final int LONGEST_PASSAGE = 8_000;
    private static final Words NO_WORDS = Words.of("");

    private final Shingles allBefore;
    private final Shingles allAfter;
    private final Set<String> keysBefore;
    private final Set<String> keysAfter;
    private final List<Edit> edits = new ArrayList<>();

    private Differences(List<Passage> before, List<Passage> after, Shingles allBefore, Shingles allAfter) {
        this.allBefore = allBefore;
        this.allAfter = allAfter;
        keysBefore = before.stream().map(Passage::key).collect(Collectors.toSet());
        keysAfter = after.stream().map(Passage::key).collect(Collectors.toSet());
    }

    /** The edits in the order of the new text, those without a place in it first; empty where no word differs. */
    static List<Edit> between(List<Passage> before, List<Passage> after, Shingles allBefore, Shingles allAfter) {
        var differences = new Differences(before, after, allBefore, allAfter);
        differences.find(without(before, after), without(after, before));
        return List.copyOf(differences.edits);
    }

    private static List<Passage> without(List<Passage> passages, List<Passage> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(other -> left.merge(other.key(), 1, Integer::sum));
        var rest = new ArrayList<Passage>();
        for (Passage passage : passages) {
            if (left.merge(passage.key(), -1, Integer::sum) < 0) {
                rest.add(passage);
            }
        }
        return rest;
    }

    private void find(List<Passage> gone, List<Passage> come) {
        List<Pairing.Pair> pairs = Pairing.of(gone, come);
        var pairedGone = new BitSet();
        var pairedCome = new BitSet();
        pairs.forEach(pair -> {
            pairedGone.set(pair.before());
            pairedCome.set(pair.after());
        });
        for (int i = pairedGone.nextClearBit(0); i < gone.size(); i = pairedGone.nextClearBit(i + 1)) {
            add(whole(gone.get(i)), nothing(), gone.get(i));
        }
        for (Pairing.Pair pair : pairs) {
            inside(gone.get(pair.before()), come.get(pair.after()));
        }
        for (int i = pairedCome.nextClearBit(0); i < come.size(); i = pairedCome.nextClearBit(i + 1)) {
            add(nothing(), whole(come.get(i)), come.get(i));
        }
    }

    private void inside(Passage before, Passage after) {
        if (before.size() > LONGEST_PASSAGE || after.size() > LONGEST_PASSAGE) {
            add(whole(before), whole(after), after);
            return;
        }
        var patch = DiffUtils.diff(before.words().keys(), after.words().keys(), new MyersDiffWithLinearSpace<>());
        var hunks = new ArrayDeque<Side[]>();
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int from = delta.getSource().getPosition();
            int newFrom = delta.getTarget().getPosition();
            var gone = new Side(before.words(), from, from + delta.getSource().size());
            var come =
                    new Side(after.words(), newFrom, newFrom + delta.getTarget().size());
            Side[] last = hunks.peekLast();
            if (last != null && from - last[0].to() <= ADJOINING) {
                last[0] = new Side(before.words(), last[0].from(), gone.to());
                last[1] = new Side(after.words(), last[1].from(), come.to());
            } else {
                hunks.add(new Side[] {gone, come});
            }
        }
        hunks.forEach(hunk -> add(hunk[0], hunk[1], after));
    }

    private void add(Side gone, Side come, Passage passage) {
        if (gone.size() + come.size() == 0 || gone.run().equals(come.run())) {
            return;
        }
        if (!elsewhere(gone, allAfter, keysAfter) || !elsewhere(come, allBefore, keysBefore)) {
            edits.add(new Edit(gone, come, passage));
        }
    }

    /**
     * A few words out of a passage stand elsewhere in any policy: only a longer run says that it was moved, or one that is a
     * passage of its own on the other side, where a passage was split or joined.
     */
    private static boolean elsewhere(Side side, Shingles other, Set<String> otherKeys) {
        if (side.size() == 0) {
            return true;
        }
        boolean whole = side.size() == side.words().size();
        return (side.size() >= (whole ? Shingles.LENGTH : LONG_RUN) && other.share(side.run()) >= MOVED)
                || (side.size() >= Shingles.LENGTH && otherKeys.contains(String.join(" ", side.run())));
    }

    private static Side whole(Passage passage) {
        return new Side(passage.words(), 0, passage.size());
    }

    private static Side nothing() {
        return new Side(NO_WORDS, 0, 0);
    }
}
