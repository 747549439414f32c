package org.evidencewatch.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that every command on one job takes. */
final class OneJob {

    @Parameters(paramLabel = "NAME", description = "The job's name.")
    private String name;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    String name() {
        return name;
    }

    boolean json() {
        return json;
    }
}
