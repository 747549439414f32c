package org.evidencewatch.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that every command on one work item takes. */
final class OneItem {

    @Parameters(index = "0", paramLabel = "ITEM|COMPANY", description = "A work item's number, or a company's slug.")
    private String item = "";

    @Mixin
    private Signature signature = new Signature();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    String item() {
        return item;
    }

    boolean json() {
        return json;
    }

    String name() {
        return signature.name();
    }

    /** Ends the command as wrongly used, where there is an objection. */
    void check(Optional<String> objection) {
        signature.check(objection);
    }
}
