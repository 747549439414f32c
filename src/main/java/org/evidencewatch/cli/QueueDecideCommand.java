package org.evidencewatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.RecordEdit;
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
            "Answer one reason of a work item, or all of them. The verdicts:",
            "  material-worse, material-better, material-neutral: what the index states no longer stands; the claims state"
                    + " what is proposed or given, and the company is to be scored again.",
            "  reworded-same-meaning: the page says the same in other words. noise: nothing a reader would care about.",
            "  bad-capture: what was captured is no reading of the page; it is set aside.",
            "  source-moved, source-gone, citation-insufficient: the page is elsewhere, is gone, or does not settle the claim.",
            "  needs-second-opinion: somebody else is to answer. defer: show it again later."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: evidence queue decide kelp-and-crate --verdict material-worse --why \"refunds within 14 days now\""
        })
final class QueueDecideCommand implements Callable<Integer> {

    @ParentCommand
    private QueueCommand queue;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OneItem one = new OneItem();

    @Mixin
    private EditOptions edits = new EditOptions();

    @Option(names = "--reason", paramLabel = "ID", description = "The reason to answer; may be repeated.")
    private Set<Long> reasons = Set.of();

    @Option(names = "--all", description = "Answer every reason that waits in the item.")
    private boolean all;

    @Option(
            names = "--everywhere",
            description = "Answer the same change at every other company too, each by a decision of its own.")
    private boolean everywhere;

    @Option(names = "--verdict", required = true, paramLabel = "VERDICT", description = "One of the above.")
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
        if (all && !reasons.isEmpty()) {
            throw wrong("--reason and --all exclude each other");
        }
        RecordEdit edit = edits.edit();
        try {
            return new DecisionRequest(
                    new Target(one.item(), reasons, all, everywhere), answer, one.name(), why, deferred, edit);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
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
                                ? "decision " + first.id()
                                : done.decisions().size() + " reasons, decisions " + first.id() + " to "
                                        + done.decisions().getLast().id(),
                        Ink.safe(first.by()),
                        left == 0 ? "nothing waits there any more" : left + " still wait",
                        done.decisions().stream()
                                .flatMap(decision -> decision.moved().stream())
                                .reduce((a, b) -> b)
                                .map(moved -> "; the record has moved: " + QueueTable.moved(moved))
                                .orElse(first.answer().material() ? "; marked for scoring again" : ""));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private static String words() {
        return Answer.offered().stream().map(Answer::word).collect(Collectors.joining(", "));
    }
}
