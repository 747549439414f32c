package org.evidencewatch.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Everything that waits, the worst first. */
@Command(
        name = "list",
        description = "List what waits for a reviewer, the worst first, and the companies to score again.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: evidence queue list --json"})
final class QueueListCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        try (var house = queue.evidence().open()) {
            QueueView view = QueueView.of(house);
            if (json) {
                queue.evidence().json(view);
            } else {
                view.print(queue.evidence().out());
            }
            return Evidence.DONE;
        }
    }
}
