package org.evidencewatch.cli;

import java.util.Optional;
import org.evidencewatch.citation.Records;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code --company} may name. */
final class SomeRecords {

    private static final int SHOWN = 20;

    private SomeRecords() {}

    /** Stops the command where no record has that name. */
    static void require(Optional<String> slug, Records records, CommandSpec command) {
        if (slug.isPresent() && !records.slugs().contains(slug.get())) {
            throw new ParameterException(
                    command.commandLine(),
                    "--company: no record is named '" + slug.get() + "'; there are: "
                            + String.join(
                                    ", ", records.slugs().stream().limit(SHOWN).toList()));
        }
    }
}
