package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import org.evidencewatch.review.Note;
import org.evidencewatch.review.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Leaves a note at a work item. */
@Command(
        name = "note",
        description = "Leave a note for other reviewers; it stays for good.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue note kelp-and-crate 'they answer on Monday' --as anna"})
final class QueueNoteCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Mixin
    private OneItem one = new OneItem();

    @Parameters(index = "1", paramLabel = "TEXT", description = "The note.")
    private String text = "";

    @Override
    public Integer call() {
        one.check(Note.objection(one.name(), text));
        try (var house = queue.evidence().open()) {
            var reply = house.getBean(WorkQueue.class).note(one.item(), one.name(), text);
            return queue.print(reply, one.json(), one.item() + ": noted");
        }
    }
}
