package org.evidencewatch.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.evidencewatch.change.ClaimReview;
import org.evidencewatch.change.ClaimSheets;
import org.evidencewatch.change.LinkDecision;
import org.evidencewatch.change.LinkReply;
import org.evidencewatch.citation.Records;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the claims of a company with the passages that support them, and takes what a reviewer says of these. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a record claims, the passages of cited pages that were found to support it, and what became of it.",
            "Verdicts: supported, reworded, value-changed, contradicted, no-longer-stated, cannot-tell; beside them, how good"
                    + " the newest read of the page was, which moves no verdict.",
            "Passages are proposed; a reviewer accepts or rejects them by their numbers, once."
        },
        footer = {
            "",
            "Exit: 0 done, 2 no such company or passage, or the opposite was decided before (then nothing is recorded).",
            "",
            "Examples: evidence company claims tidewater-courses --json",
            "          evidence company claims tidewater-courses --accept 4 7 --reject 5 --by anna",
            "          evidence company claims tidewater-courses --accept-all --by anna"
        })
final class CompanyClaimsCommand implements Callable<Integer> {

    @ParentCommand
    private CompanyCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SLUG", description = "The company's name in the index's URLs.")
    private String slug;

    @Option(
            names = "--accept",
            paramLabel = "ID",
            arity = "1..*",
            split = ",",
            description = "Passages that support it.")
    private Set<Long> accepted = new LinkedHashSet<>();

    @Option(names = "--reject", paramLabel = "ID", arity = "1..*", split = ",", description = "Passages that do not.")
    private Set<Long> rejected = new LinkedHashSet<>();

    @Option(names = "--accept-all", description = "Accept every passage that still waits.")
    private boolean all;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; required for deciding.")
    private String by = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        boolean decides = all || !accepted.isEmpty() || !rejected.isEmpty();
        if (decides) {
            LinkDecision.objection(accepted, rejected, by).ifPresent(objection -> {
                throw new ParameterException(spec.commandLine(), objection);
            });
        } else if (!by.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--by goes with --accept, --accept-all or --reject");
        }
        try (var house = parent.evidence().open()) {
            return decides ? decide(house) : show(house);
        }
    }

    private int show(ApplicationContext house) {
        var sheet = house.getBean(ClaimSheets.class).of(slug);
        if (sheet.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(CompanyShowCommand.unknown(
                            slug, house.getBean(Records.class).slugs()));
            return Evidence.WRONG_INPUT;
        }
        if (json) {
            parent.evidence().json(ClaimsView.of(sheet.get()));
        } else {
            new ClaimsPrint(parent.evidence().out()).print(sheet.get());
        }
        return Evidence.DONE;
    }

    private int decide(ApplicationContext house) {
        var reply = house.getBean(ClaimReview.class).decide(new LinkDecision(slug, accepted, rejected, all, by));
        String message = message(reply, house);
        if (json) {
            parent.evidence().json(DecisionView.of(reply, message));
        }
        return switch (reply) {
            case LinkReply.Done done -> {
                if (!json) {
                    parent.evidence().out().println(message);
                }
                yield Evidence.DONE;
            }
            case LinkReply.NoCompany none -> wrong(message);
            case LinkReply.NoLinks none -> wrong(message);
            case LinkReply.DecidedOtherwise otherwise -> wrong(message);
        };
    }

    private int wrong(String message) {
        spec.commandLine().getErr().println(message);
        return Evidence.WRONG_INPUT;
    }

    private String message(LinkReply reply, ApplicationContext house) {
        return switch (reply) {
            case LinkReply.Done done ->
                "%s: %d accepted, %d rejected%s, by %s"
                        .formatted(
                                slug,
                                done.accepted(),
                                done.rejected(),
                                done.before() == 0 ? "" : ", " + done.before() + " as decided before",
                                Ink.safe(by));
            case LinkReply.NoCompany none ->
                CompanyShowCommand.unknown(slug, house.getBean(Records.class).slugs());
            case LinkReply.NoLinks none ->
                "%s has no passage %s; nothing was recorded"
                        .formatted(
                                slug,
                                none.ids().stream()
                                        .sorted()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
            case LinkReply.DecidedOtherwise otherwise ->
                otherwise.links().stream()
                                .map(link -> "passage %d was %s by %s"
                                        .formatted(
                                                link.id(),
                                                link.state().word(),
                                                link.decided()
                                                        .map(decided -> Ink.safe(decided.by()))
                                                        .orElse("nobody")))
                                .collect(Collectors.joining("; "))
                        + "; nothing was recorded";
        };
    }

    /** What a decision came to; {@code result} is {@code done}, {@code unknown} or {@code decided-otherwise}. */
    private record DecisionView(String result, String message, int accepted, int rejected, int before) {

        static DecisionView of(LinkReply reply, String message) {
            return switch (reply) {
                case LinkReply.Done done ->
                    new DecisionView("done", message, done.accepted(), done.rejected(), done.before());
                case LinkReply.NoCompany none -> new DecisionView("unknown", message, 0, 0, 0);
                case LinkReply.NoLinks none -> new DecisionView("unknown", message, 0, 0, 0);
                case LinkReply.DecidedOtherwise otherwise -> new DecisionView("decided-otherwise", message, 0, 0, 0);
            };
        }
    }
}
