package org.evidencewatch.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that every command on one work item takes. */
final class OneItem {

    @Parameters(paramLabel = "ITEM|COMPANY", description = "A work item's number, or a company's slug.")
    private String item = "";

    @Option(names = "--as", paramLabel = "NAME", description = "Who you are; by default the user of this system.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    String item() {
        return item;
    }

    boolean json() {
        return json;
    }

    String name() {
        return name == null ? System.getProperty("user.name", "unknown") : name.strip();
    }
}
