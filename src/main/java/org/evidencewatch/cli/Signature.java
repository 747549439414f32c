package org.evidencewatch.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who gives a command that is kept under their name. */
final class Signature {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"--as", "--by"},
            paramLabel = "NAME",
            description = "Who you are; by default the user of this system.")
    private @Nullable String name;

    String name() {
        return name == null ? System.getProperty("user.name", "unknown") : name.strip();
    }

    /** Ends the command as wrongly used, where there is an objection. */
    void check(Optional<String> objection) {
        objection.ifPresent(what -> {
            throw new ParameterException(spec.commandLine(), what);
        });
    }
}
