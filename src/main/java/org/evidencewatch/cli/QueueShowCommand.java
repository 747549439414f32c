package org.evidencewatch.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import org.evidencewatch.web.json.ItemView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** One work item in full. */
@Command(
        name = "show",
        description = "Show one work item: every reason, every difference, and what was decided.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue show kelp-and-crate"})
final class QueueShowCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Mixin
    private OneItem one = new OneItem();

    @Override
    public Integer call() {
        try (var house = queue.evidence().open()) {
            var work = house.getBean(WorkQueue.class);
            Optional<Item> item = work.show(one.item());
            if (item.isEmpty()) {
                return queue.print(new Reply.Unknown(one.item()), one.json(), "");
            }
            ItemView view = ItemView.of(item.get(), work.decisions(item.get()), work.notes(item.get()));
            if (one.json()) {
                queue.evidence().json(view);
            } else {
                new QueueTable(queue.evidence().out(), Ink.ofOutput()).print(view);
            }
            return Evidence.DONE;
        }
    }
}
