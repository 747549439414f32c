package org.evidencewatch.change;

import org.evidencewatch.change.Verdict.Changed;

/** Tells changes so slight that one reading is not enough: no more than a heading that reads otherwise. */
final class Slight {

    private Slight() {}

    static boolean is(Changed change) {
        return change.reasons().stream().allMatch(reason -> reason.code().equals("heading-changed"));
    }
}
