package org.evidencewatch.web.record;

import java.util.List;
import org.evidencewatch.change.LineChanges;

/**
 * What lies behind the words of two captures. All of it is as it came from the web, and is text.
 *
 * @param facts what is on record of both, side by side
 * @param before the header fields of the old side, one a line
 * @param appeared links to pages of the same site that only the new side has
 * @param vanished links to pages of the same site that only the old side had
 * @param lines the lines in which the sources differ
 * @param note why no lines are told; empty where they are
 */
public record ComparedSource(
        List<Fact> facts,
        List<String> before,
        List<String> after,
        List<String> appeared,
        List<String> vanished,
        LineChanges lines,
        String note) {

    /** One thing that is on record of both sides. */
    public record Fact(String name, String before, String after) {

        /** Whether the sides differ in it. */
        public boolean differs() {
            return !before.equals(after);
        }
    }
}
