package org.evidencewatch.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.cli.LivePage.Outcome.Answered;
import org.evidencewatch.cli.LivePage.Outcome.Unread;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;
import org.evidencewatch.extract.Topic;
import org.evidencewatch.extract.Way;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what the extractor reads out of a stored page. Opens no database. */
@Command(
        name = "extract",
        description = "Prints the state and the main text of a page, stored or live, as one JSON document.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  evidence extract refund-policy.html.gz --url https://help.example.com/articles/12-refunds"
        })
final class ExtractCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|URL",
            description =
                    "The page as stored: HTML, or by the name's ending PDF, plain text or Markdown; .gz is unpacked."
                            + " Or its address, which is then read as a run would.")
    private String source;

    @Option(names = "--url", paramLabel = "URL", description = "The address the page was read from.")
    private @Nullable URI url;

    /** The document printed. */
    record Printed(
            String platform,
            PageState state,
            List<StateReason> stateReasons,
            String extractorVersion,
            String title,
            List<Passage> blocks,
            String text,
            String comparisonText,
            double coverage,
            Way way,
            List<StateReason> notices,
            Optional<Topic> topic,
            Optional<PrintedProblem> problem) {

        record Passage(BlockKind kind, String heading, String text, Optional<Long> post) {}

        static Printed of(Reading reading) {
            return new Printed(
                    reading.platform(),
                    reading.state(),
                    reading.stateReasons(),
                    reading.extractorVersion(),
                    reading.title(),
                    reading.blocks().stream()
                            .map(block -> new Passage(block.kind(), block.heading(), block.text(), block.post()))
                            .toList(),
                    reading.text(),
                    reading.comparisonText(),
                    reading.coverage(),
                    reading.way(),
                    reading.notices(),
                    reading.topic(),
                    PrintedProblem.of(reading));
        }
    }

    @Option(names = "--json", description = "Changes nothing: the output is always JSON.")
    void json(boolean ignored) {}

    @Override
    public Integer call() {
        return source.matches("(?i)https?://.*") ? live() : stored();
    }

    private int live() {
        try {
            return switch (LivePage.read(new URI(source))) {
                case Answered answered -> print(answered.page());
                case Unread unread -> {
                    spec.commandLine().getErr().println("cannot read " + source + ": " + unread.why());
                    yield Evidence.FAILED;
                }
            };
        } catch (URISyntaxException wrong) {
            throw new ParameterException(spec.commandLine(), "not an address: " + source, wrong);
        }
    }

    private int stored() {
        Path file = file();
        try {
            return print(PageFile.page(file, Optional.ofNullable(url)));
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "cannot read " + file + ": " + unreadable, unreadable);
        }
    }

    private int print(Page page) {
        evidence.json(Printed.of(new Extractor().read(page)));
        return Evidence.DONE;
    }

    private Path file() {
        try {
            Path file = Path.of(source);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException noPath) {
            throw new ParameterException(spec.commandLine(), "not a file: " + source, noPath);
        }
        throw new ParameterException(spec.commandLine(), "not a file: " + source);
    }
}
