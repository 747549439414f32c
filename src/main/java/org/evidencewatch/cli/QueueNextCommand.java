package org.evidencewatch.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.review.InboxRequest;
import org.evidencewatch.review.InboxRequest.Whose;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes the free work item with most at stake. */
@Command(
        name = "next",
        description = "Hold the free work item with most at stake for 30 minutes.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue next --as anna"})
final class QueueNextCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Mixin
    private Signature signature = new Signature();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try (var house = queue.evidence().open()) {
            Optional<Item> taken = house.getBean(WorkQueue.class)
                    .claimNext(signature.name(), WorkQueue.LEASE, InboxRequest.ALL.of(new Whose.Free()));
            return queue.print(
                    taken.<Reply>map(item -> new Reply.Done(item, List.of()))
                            .orElseGet(() -> new Reply.Refused("nothing is free")),
                    json,
                    taken.map(item -> item.company() + " is held by " + Ink.safe(signature.name())
                                    + "; see it with: queue show " + item.company())
                            .orElse(""));
        }
    }
}
