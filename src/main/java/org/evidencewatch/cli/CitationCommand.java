package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import org.evidencewatch.change.ClaimWatch;
import org.evidencewatch.citation.CitationEdit;
import org.evidencewatch.citation.CitationSheets;
import org.evidencewatch.citation.Records;
import org.evidencewatch.citation.RepairReply;
import org.evidencewatch.citation.Repairs;
import org.evidencewatch.company.Quote;
import org.evidencewatch.review.WorkQueue;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What companies cite, and repairs of it. */
@Command(
        name = "citation",
        mixinStandardHelpOptions = true,
        description = {
            "List what a company cites, and repair it: at another address, by other words, or no more.",
            "A repair stays until the index publishes a record that says something else; it is written down for good."
        },
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Exit: 0 done, 2 no such company or citation, or not allowed (then nothing was changed).",
            "",
            "Examples: evidence citation list kelp-and-crate",
            "          evidence citation move kelp-and-crate https://help.kelp.example/a/7 https://help.kelp.example/b/7"
                    + " --by anna --why 'the article moved'"
        })
final class CitationCommand {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "list",
            description = "List the citations of a company, retired ones too, and what was repaired.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: evidence citation list kelp-and-crate --json"})
    int list(
            @Parameters(paramLabel = "SLUG", description = "The company's name in the index's URLs.") String slug,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (var house = evidence.open()) {
            var sheet = house.getBean(CitationSheets.class).of(slug);
            if (sheet.isEmpty()) {
                return wrong(unknown(slug, house));
            }
            if (json) {
                evidence.json(CitationView.of(sheet.get()));
            } else {
                new CitationTable(evidence.out()).print(sheet.get());
            }
            return Evidence.DONE;
        }
    }

    @Command(
            name = "move",
            description = {
                "Cite the page at another address from now on. It is read in the next run.",
                "Where the company cites, or once cited, that page already, the two become one."
            },
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: evidence citation move kelp-and-crate https://help.kelp.example/a/7"
                        + " https://help.kelp.example/b/7 --by anna --why 'the article moved'"
            })
    int move(
            @Mixin RepairWords words,
            @Parameters(index = "2", paramLabel = "NEW_URL", description = "Where the page is now.") String newUrl) {
        return repair(words, id -> new CitationEdit.Move(id, newUrl), "moved");
    }

    @Command(
            name = "quote",
            description = "Say which words of the page support the record.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: evidence citation quote kelp-and-crate https://help.kelp.example/a/7"
                        + " --exact 'refunds within 14 days' --by anna --why 'reworded'"
            })
    int quote(
            @Mixin RepairWords words,
            @Option(names = "--exact", required = true, paramLabel = "WORDS", description = "The words themselves.")
                    String exact,
            @Option(
                            names = "--prefix",
                            paramLabel = "WORDS",
                            defaultValue = "",
                            description = "What stands before them.")
                    String prefix,
            @Option(
                            names = "--suffix",
                            paramLabel = "WORDS",
                            defaultValue = "",
                            description = "What stands behind them.")
                    String suffix) {
        Quote quote;
        try {
            quote = new Quote(exact, prefix, suffix);
        } catch (IllegalArgumentException e) {
            throw words.wrong(String.valueOf(e.getMessage()));
        }
        return repair(words, id -> new CitationEdit.Requote(id, quote), "quoted anew");
    }

    @Command(
            name = "retire",
            description = "Cite the page no more. Its history stays.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: evidence citation retire kelp-and-crate https://help.kelp.example/a/7 --by anna --why 'off topic'"
            })
    int retire(@Mixin RepairWords words) {
        return repair(words, CitationEdit.Retire::new, "retired");
    }

    @Command(
            name = "merge",
            description = "Cite another page in its place, which the company cites or once cited.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: evidence citation merge kelp-and-crate https://help.kelp.example/a/7"
                        + " https://help.kelp.example/faq --by anna --why 'the FAQ says it all'"
            })
    int merge(
            @Mixin RepairWords words,
            @Parameters(index = "2", paramLabel = "INTO_URL", description = "The page that stays.") String into) {
        return repair(words, id -> new CitationEdit.Merge(id, into), "merged");
    }

    @Command(
            name = "split",
            description = "Say that URL, which counts as another address of a cited page, is a page of its own.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: evidence citation split kelp-and-crate https://help.kelp.example/a/7-old --by anna"
                        + " --why 'two articles'"
            })
    int split(@Mixin RepairWords words) {
        return repair(words, id -> new CitationEdit.Split(id, words.url()), "split off");
    }

    private int repair(RepairWords words, LongFunction<CitationEdit> edit, String done) {
        words.check();
        try (var house = evidence.open()) {
            var repairs = house.getBean(Repairs.class);
            var citation = repairs.citationOf(words.slug(), words.url());
            if (citation.isEmpty()) {
                return failed(words, "unknown", missing(words, house));
            }
            var now = house.getBean(Clock.class).instant();
            return switch (repairs.apply(edit.apply(citation.get()), words.authority(now))) {
                case RepairReply.Refused refused -> failed(words, "refused", refused.because());
                case RepairReply.Done made -> {
                    // pages that are held already are read for the claims that rest on them now
                    house.getBean(ClaimWatch.class).settle(now);
                    house.getBean(WorkQueue.class).weigh();
                    yield told(words, new Made("done", done, Optional.of(made.repair()), citation, made.replacement()));
                }
            };
        }
    }

    private int told(RepairWords words, Made made) {
        if (words.json()) {
            evidence.json(made);
        } else {
            evidence.out()
                    .printf(
                            "%s: %s, %s (repair %d)%n",
                            words.slug(),
                            words.url(),
                            made.message(),
                            made.repair().orElseThrow());
        }
        return Evidence.DONE;
    }

    private int failed(RepairWords words, String result, String message) {
        if (words.json()) {
            evidence.json(new Made(result, message, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return wrong(message);
    }

    private static String missing(RepairWords words, ApplicationContext house) {
        return house.getBean(Records.class).slugs().contains(words.slug())
                ? "%s does not cite %s; evidence citation list %s shows what it cites"
                        .formatted(words.slug(), Ink.safe(words.url()), words.slug())
                : unknown(words.slug(), house);
    }

    private static String unknown(String slug, ApplicationContext house) {
        return CompanyShowCommand.unknown(slug, house.getBean(Records.class).slugs());
    }

    private int wrong(String message) {
        spec.commandLine().getErr().println(message);
        return Evidence.WRONG_INPUT;
    }

    /** What a repair came to; {@code result} is {@code done}, {@code refused} or {@code unknown}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Made(
            String result,
            String message,
            Optional<Long> repair,
            Optional<Long> citation,
            Optional<Long> replacement) {}
}
