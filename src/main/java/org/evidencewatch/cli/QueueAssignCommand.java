package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Hands a work item to somebody else. */
@Command(
        name = "assign",
        description = "Hand a work item to another account, for 8 hours.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue assign kelp-and-crate ben --as anna"})
final class QueueAssignCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Mixin
    private OneItem one = new OneItem();

    @Parameters(index = "1", paramLabel = "NAME", description = "The account's name.")
    private String to = "";

    @Override
    public Integer call() {
        try (var house = queue.evidence().open()) {
            var reply = house.getBean(WorkQueue.class).assign(one.item(), to, one.name());
            return queue.print(reply, one.json(), one.item() + " is held by " + Ink.safe(to));
        }
    }
}
