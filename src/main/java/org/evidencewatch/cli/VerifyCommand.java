package org.evidencewatch.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evidencewatch.job.Verification;
import org.evidencewatch.job.Verification.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Checks what must always hold. */
@Command(
        name = "verify",
        description = "Check every invariant on what is stored; exit 3 where one is broken.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence verify --json"})
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** The document. */
    private record Report(boolean ok, List<Check> checks) {}

    @Override
    public Integer call() {
        try (var house = evidence.open()) {
            var checks = house.getBean(Verification.class).checks();
            boolean ok = checks.stream().allMatch(Check::ok);
            if (json) {
                evidence.json(new Report(ok, checks));
            } else {
                checks.forEach(c -> evidence.out().printf("%-4s  %-6s %s%n", c.ok() ? "ok" : "NO", c.id(), c.detail()));
                evidence.out().println(ok ? "Everything holds." : "Something is broken: see above.");
            }
            return ok ? Evidence.DONE : Evidence.ATTENTION;
        }
    }
}
