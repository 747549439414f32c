package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Takes one work item for a while. */
@Command(
        name = "claim",
        description = "Hold a work item for 30 minutes, so that nobody else decides there; again prolongs it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue claim kelp-and-crate --as anna"})
final class QueueClaimCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Mixin
    private OneItem one = new OneItem();

    @Override
    public Integer call() {
        try (var house = queue.evidence().open()) {
            var reply = house.getBean(WorkQueue.class).claim(one.item(), one.name(), WorkQueue.LEASE);
            return queue.print(
                    reply,
                    one.json(),
                    one.item() + " is held by " + Ink.safe(one.name()) + " for " + WorkQueue.LEASE.toMinutes()
                            + " minutes");
        }
    }
}
