package org.evidencewatch.cli.bench;

/**
 * One reading of every page.
 *
 * @param name in the report
 * @param about what the site does, for people
 */
public record Night(String name, String about, Serving serving, boolean later) {

    Scene scene() {
        return new Scene(serving, later);
    }
}
