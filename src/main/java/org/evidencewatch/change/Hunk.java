package org.evidencewatch.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where two lists differ: what stands from {@code from} to {@code to} of the one is from {@code newFrom} to
 * {@code newTo} in the other. Between two hunks both have at least one element in common.
 */
record Hunk(int from, int to, int newFrom, int newTo) {

    /** The hunks in their order (Myers, 1986, in linear space). */
    static List<Hunk> between(List<String> before, List<String> after) {
        var hunks = new ArrayList<Hunk>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            int newFrom = delta.getTarget().getPosition();
            var hunk = new Hunk(
                    from,
                    from + delta.getSource().size(),
                    newFrom,
                    newFrom + delta.getTarget().size());
            boolean joins = !hunks.isEmpty() && hunks.getLast().touches(hunk);
            hunks.add(joins ? hunks.removeLast().with(hunk) : hunk);
        }
        return List.copyOf(hunks);
    }

    private boolean touches(Hunk next) {
        return to == next.from && newTo == next.newFrom;
    }

    private Hunk with(Hunk next) {
        return new Hunk(from, next.to, newFrom, next.newTo);
    }
}
