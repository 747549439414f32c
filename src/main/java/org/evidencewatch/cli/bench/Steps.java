package org.evidencewatch.cli.bench;

/** Told what a measurement does next. */
@FunctionalInterface
public interface Steps {

    /**
     * A step begins.
     *
     * @param done how many steps were before it
     * @param all how many there are
     */
    void begin(String what, int done, int all);
}
