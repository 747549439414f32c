package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes a decision back. */
@Command(
        name = "undo",
        description = "Take a decision back, with all that followed from it. Not once it is published.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue undo 17 --why \"read the monthly plan by mistake\""})
final class QueueUndoCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Parameters(paramLabel = "DECISION", description = "The decision's number, as queue show prints it.")
    private long decision;

    @Mixin
    private Signature signature = new Signature();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in your words.")
    private String why = "";

    @Option(names = "--everywhere", description = "Also what the same request decided elsewhere.")
    private boolean everywhere;

    @Override
    public Integer call() {
        signature.check(Authority.objection(signature.name(), why));
        try (var house = queue.evidence().open()) {
            var reply = house.getBean(WorkQueue.class).undo(decision, signature.name(), why, everywhere);
            return queue.print(reply, json, "decision " + decision + " is taken back; what it answered waits again");
        }
    }
}
