package org.evidencewatch.fault;

import java.util.List;
import java.util.function.Consumer;

/**
 * What goes wrong in a night, and what the record must say of it.
 *
 * @param name its number, and what happens
 * @param by makes it happen
 * @param outcome the capture's code
 * @param verdict what it means
 * @param detected what is observed of the page; never that its words changed
 */
record Fault(String name, Consumer<Site> by, String outcome, String verdict, List<String> detected) {

    /** A fault of which nothing but the attempt is on record. */
    static Fault of(String name, Consumer<Site> by, String outcome, String verdict) {
        return new Fault(name, by, outcome, verdict, List.of());
    }

    /** A fault by which the page seems not to be there any more: observed, for a later read to agree with. */
    static Fault absence(String name, Consumer<Site> by, String outcome, String verdict) {
        return new Fault(name, by, outcome, verdict, List.of(verdict + " observed"));
    }

    @Override
    public String toString() {
        return name;
    }
}
