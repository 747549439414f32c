package org.evidencewatch.cli;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.citation.Authority;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The words that every repair of a citation takes: which one, who says so, and why. */
final class RepairWords {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SLUG", description = "The company's name in the index's URLs.")
    private String slug = "";

    @Parameters(index = "1", paramLabel = "URL", description = "The cited page, by any address of it.")
    private String url = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so.")
    private String by = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in your words.")
    private String why = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    String slug() {
        return slug;
    }

    String url() {
        return url;
    }

    boolean json() {
        return json;
    }

    /** Ends the command as wrongly used where the words cannot be taken. */
    void check() {
        Authority.objection(by, why).ifPresent(objection -> {
            throw wrong(objection);
        });
    }

    Authority authority(Instant at) {
        return new Authority(Optional.empty(), by, why, at);
    }

    ParameterException wrong(String objection) {
        return new ParameterException(spec.commandLine(), objection);
    }
}
