package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.change.AlignedBlocks.Fate;
import org.evidencewatch.change.AlignedBlocks.Row;

/** One alignment of passages while it is made: what is equal first, then what became one another between. */
final class Aligning {

    private final List<Passage> old;
    private final List<Passage> now;
    private final Set<String> goneKeys = new HashSet<>();
    private final Set<String> comeKeys = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();

    Aligning(List<Passage> old, List<Passage> now) {
        this.old = old;
        this.now = now;
    }

    List<Row> rows() {
        List<Hunk> hunks = Hunk.between(keys(old), keys(now));
        for (Hunk hunk : hunks) {
            goneKeys.addAll(keys(old.subList(hunk.from(), hunk.to())));
            comeKeys.addAll(keys(now.subList(hunk.newFrom(), hunk.newTo())));
        }
        int at = 0;
        int newAt = 0;
        for (Hunk hunk : hunks) {
            alike(old.subList(at, hunk.from()), now.subList(newAt, hunk.newFrom()));
            differing(old.subList(hunk.from(), hunk.to()), now.subList(hunk.newFrom(), hunk.newTo()));
            at = hunk.to();
            newAt = hunk.newTo();
        }
        alike(old.subList(at, old.size()), now.subList(newAt, now.size()));
        return rows;
    }

    private static List<String> keys(List<Passage> passages) {
        return passages.stream().map(Passage::key).toList();
    }

    private void alike(List<Passage> before, List<Passage> after) {
        for (int i = 0; i < before.size(); i++) {
            add(Fate.ALIKE, Optional.of(before.get(i)), Optional.of(after.get(i)));
        }
    }

    /** The pairs that are most alike stay in their order; what crosses them is shown as gone and new. */
    private void differing(List<Passage> gone, List<Passage> come) {
        int at = 0;
        int newAt = 0;
        for (Pairing.Pair pair : gone.isEmpty() ? List.<Pairing.Pair>of() : Pairing.of(gone, come)) {
            if (pair.before() >= at && !moves(gone.get(pair.before()), come.get(pair.after()))) {
                unpaired(gone.subList(at, pair.before()), come.subList(newAt, pair.after()));
                add(Fate.REWORDED, Optional.of(gone.get(pair.before())), Optional.of(come.get(pair.after())));
                at = pair.before() + 1;
                newAt = pair.after() + 1;
            }
        }
        unpaired(gone.subList(at, gone.size()), come.subList(newAt, come.size()));
    }

    private boolean moves(Passage gone, Passage come) {
        return comeKeys.contains(gone.key()) || goneKeys.contains(come.key());
    }

    private void unpaired(List<Passage> gone, List<Passage> come) {
        gone.forEach(passage -> add(
                comeKeys.contains(passage.key()) ? Fate.MOVED_AWAY : Fate.REMOVED,
                Optional.of(passage),
                Optional.empty()));
        come.forEach(passage -> add(
                goneKeys.contains(passage.key()) ? Fate.MOVED_HERE : Fate.ADDED,
                Optional.empty(),
                Optional.of(passage)));
    }

    private void add(Fate fate, Optional<Passage> before, Optional<Passage> after) {
        rows.add(new Row(fate, before.map(Passage::block), after.map(Passage::block)));
    }
}
