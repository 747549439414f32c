package org.evidencewatch.cli;

import org.evidencewatch.review.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The work queue: what a person must look at. */
@Command(
        name = "queue",
        description = "Show and work the queue of companies whose evidence changed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "<list|show|claim|release|decide|undo>",
        subcommands = {
            QueueListCommand.class,
            QueueShowCommand.class,
            QueueNextCommand.class,
            QueueClaimCommand.class,
            QueueReleaseCommand.class,
            QueueAssignCommand.class,
            QueueNoteCommand.class,
            QueueDecideCommand.class,
            QueueUndoCommand.class
        },
        footer = {"", "Example: evidence queue list"})
final class QueueCommand implements Runnable {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say which: queue list, show, next, claim, release, assign, note, decide or undo");
    }

    Evidence evidence() {
        return evidence;
    }

    /** Prints a reply, where it is not what was asked for on standard error too, and gives the exit code. */
    int print(Reply reply, boolean json, String done) {
        QueueReply view = QueueReply.of(reply, done);
        if (json) {
            evidence.json(view);
        } else if (view.done()) {
            evidence.out().println(view.message());
        }
        if (!view.done()) {
            spec.commandLine().getErr().println(view.message());
        }
        return view.done() ? Evidence.DONE : Evidence.WRONG_INPUT;
    }
}
