package org.evidencewatch.change;

import org.evidencewatch.change.Verdict.Changed;

/** What one reading of a page means in the sequence of its readings. */
public sealed interface Observation {

    /** Something can be said. */
    record Said(Verdict verdict) implements Observation {}

    /** So slight a change that later readings must show it too before it is news. */
    record Waiting(Changed change) implements Observation {}
}
