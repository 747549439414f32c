package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.evidencewatch.fetch.HostSwitch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The words that say which hosts a command is about: one, or all. */
final class SomeHosts {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "HOST", description = "The host's name, as in its pages' addresses.")
    private @Nullable String name;

    @Option(names = "--all", description = "All hosts.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** The host in its one spelling; empty for all. */
    Optional<String> host() {
        if (all == (name != null)) {
            throw new ParameterException(spec.commandLine(), "name one host, or give --all");
        }
        return Optional.ofNullable(name)
                .map(written -> HostSwitch.canonical(written)
                        .orElseThrow(
                                () -> new ParameterException(spec.commandLine(), "'" + written + "' is no host name")));
    }

    boolean json() {
        return json;
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** A text that says something. */
    static String said(String option, String text, SomeHosts hosts) {
        if (text.isBlank()) {
            throw new ParameterException(hosts.spec.commandLine(), option + " is empty");
        }
        return text.strip();
    }
}
