package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Gives one work item back. */
@Command(
        name = "release",
        description = "Give a work item back before its time.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue release kelp-and-crate --as anna"})
final class QueueReleaseCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Mixin
    private OneItem one = new OneItem();

    @Override
    public Integer call() {
        try (var house = queue.evidence().open()) {
            var reply = house.getBean(WorkQueue.class).release(one.item(), one.name());
            return queue.print(reply, one.json(), one.item() + " is free");
        }
    }
}
