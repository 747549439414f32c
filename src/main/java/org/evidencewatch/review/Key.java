package org.evidencewatch.review;

import java.util.Optional;

/** The first of the two keys that move a record: what a machine or an outsider brought. The second is a person's decision. */
sealed interface Key {

    /** A later read that agreed with a change of a page; the database demands good captures on both sides. */
    record Confirmation(long id) implements Key {}

    /** A page that stayed away for days. */
    record LastingAbsence(long id) implements Key {}

    /** What a company or a reader said. */
    record Dispute(long id) implements Key {}

    /** The id, if it is of the kind that this column holds. */
    static Optional<Long> confirmation(Optional<Key> key) {
        return key.flatMap(k -> k instanceof Confirmation c ? Optional.of(c.id()) : Optional.empty());
    }

    /** The same for lasting absences. */
    static Optional<Long> absence(Optional<Key> key) {
        return key.flatMap(k -> k instanceof LastingAbsence a ? Optional.of(a.id()) : Optional.empty());
    }

    /** The same for disputes. */
    static Optional<Long> dispute(Optional<Key> key) {
        return key.flatMap(k -> k instanceof Dispute d ? Optional.of(d.id()) : Optional.empty());
    }
}
