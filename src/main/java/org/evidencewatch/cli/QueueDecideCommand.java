package org.evidencewatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.Reply;
import org.evidencewatch.review.WorkQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says of a reason, or of all reasons of an item, what it means. */
@Command(
        name = "decide",
        description = {
            "Answer one reason of a work item, or all of them.",
            "still-supported: the page differs, the claim stands. material: the claim no longer stands, score the"
                    + " company again. noise: nothing a reader would care about. defer: show it again later."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: evidence queue decide kelp-and-crate --verdict material --why \"refunds take 30 days now\""
        })
final class QueueDecideCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OneItem one = new OneItem();

    @Option(names = "--reason", paramLabel = "ID", description = "The reason to answer; may be repeated.")
    private Set<Long> reasons = Set.of();

    @Option(names = "--all", description = "Answer every reason that waits in the item.")
    private boolean all;

    @Option(
            names = "--verdict",
            required = true,
            paramLabel = "VERDICT",
            description = "still-supported, material, noise or defer.")
    private String verdict = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in your words.")
    private String why = "";

    @Option(names = "--until", paramLabel = "DATE", description = "With defer: the day (UTC) on which it comes back.")
    private @Nullable LocalDate until;

    @Override
    public Integer call() {
        DecisionRequest request = request();
        try (var house = queue.evidence().open()) {
            Reply reply = house.getBean(WorkQueue.class).decide(request);
            int code = queue.print(reply, one.json(), done(reply));
            return repeated(reply, request) ? Evidence.DONE : code;
        }
    }

    private DecisionRequest request() {
        Answer answer =
                Answer.of(verdict).orElseThrow(() -> wrong("--verdict: '" + verdict + "' is none of " + words()));
        Optional<Instant> deferred = Optional.ofNullable(until)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        DecisionRequest.objection(answer, one.name(), why, deferred).ifPresent(objection -> {
            throw wrong(objection);
        });
        if (all && !reasons.isEmpty()) {
            throw wrong("--reason and --all exclude each other");
        }
        return new DecisionRequest(one.item(), reasons, all, answer, one.name(), why, deferred);
    }

    /** The same decision sent twice is no mistake: it stands as it was recorded. */
    private static boolean repeated(Reply reply, DecisionRequest request) {
        return reply instanceof Reply.AlreadyDecided already
                && already.decision().by().equals(request.reviewer())
                && already.decision().answer() == request.answer();
    }

    private static String done(Reply reply) {
        if (!(reply instanceof Reply.Done done)) {
            return "";
        }
        Decision first = done.decisions().getFirst();
        int left = done.item().reasons().size();
        return "%s: %s%s (%s), by %s; %s%s"
                .formatted(
                        done.item().company(),
                        first.answer().word(),
                        first.until().map(at -> " until " + QueueTable.time(at)).orElse(""),
                        done.decisions().size() == 1
                                ? "1 reason"
                                : done.decisions().size() + " reasons",
                        Ink.safe(first.by()),
                        left == 0 ? "nothing waits there any more" : left + " still wait",
                        first.answer() == Answer.MATERIAL ? "; marked for scoring again" : "");
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private static String words() {
        return Arrays.stream(Answer.values()).map(Answer::word).collect(Collectors.joining(", "));
    }
}
