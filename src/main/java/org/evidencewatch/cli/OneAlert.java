package org.evidencewatch.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that every command on one alert takes. */
final class OneAlert {

    @Parameters(paramLabel = "NO", description = "The alert's number.")
    private long id;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, for those who look after you.")
    private String why;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    long id() {
        return id;
    }

    String why() {
        return why;
    }

    boolean json() {
        return json;
    }
}
