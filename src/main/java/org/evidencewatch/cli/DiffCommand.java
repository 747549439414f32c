package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evidencewatch.change.Finding;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.company.Address;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.SameWay;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.snapshot.Captures;
import org.evidencewatch.snapshot.Captures.Recorded;
import org.evidencewatch.web.json.PassageView;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares what two captures showed, read anew from the stored bytes. */
@Command(
        name = "diff",
        description = "Show how two captures differ, or the last two good captures of a page. Reads no web.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  evidence diff 12 31", "  evidence diff https://help.example.com/refunds"})
final class DiffCommand implements Callable<Integer> {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..2", paramLabel = "CAPTURE|URL", description = "Two ids of captures, or one address.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** The document. */
    private record Document(Side a, Side b, String verdict, int severity, List<PassageView> reasons) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Side(long capture, String url, Instant at, Optional<String> signedBy) {

        static Side of(Recorded capture) {
            return new Side(
                    capture.id(), capture.url(), capture.at(), capture.signed().map(Captures.Signed::by));
        }
    }

    @Override
    public Integer call() {
        try (var house = evidence.open()) {
            List<Recorded> pair = pair(house.getBean(Captures.class));
            Legible before = page(house, pair.getFirst());
            Legible after = page(house, pair.getLast());
            if (!before.own().good()) {
                throw wrong("capture %d shows no page to compare with: %s"
                        .formatted(pair.getFirst().id(), before.own().state()));
            }
            var finding = Finding.of(Optional.of(before), after, List.of());
            if (json) {
                evidence.json(document(pair, finding));
            } else {
                var read = SameWay.of(before, after);
                print(
                        pair,
                        finding,
                        WordDiff.passages(read.before().text(), read.after().text()));
            }
            return Evidence.DONE;
        }
    }

    private List<Recorded> pair(Captures captures) {
        if (words.size() == 2) {
            return words.stream().map(word -> capture(captures, word)).toList();
        }
        List<Recorded> newest = switch (CanonicalUrl.read(words.getFirst())) {
            case Address.Page page -> captures.newestGood(page.url(), 2);
            case Address.Broken broken -> throw wrong("no address of a page: " + broken.reason());
        };
        if (newest.size() < 2) {
            throw wrong("of this page there are %d good captures, and two are needed".formatted(newest.size()));
        }
        return newest.reversed();
    }

    private Recorded capture(Captures captures, String word) {
        Optional<Recorded> found = word.matches("\\d{1,18}") ? captures.find(Long.parseLong(word)) : Optional.empty();
        return found.orElseThrow(() -> wrong("no capture has the id '" + word + "'"));
    }

    private Legible page(ApplicationContext house, Recorded capture) {
        var bytes = capture.bytes()
                .orElseThrow(() -> wrong("capture %d brought no bytes: %s".formatted(capture.id(), capture.outcome())));
        return house.getBean(Readings.class).anew(bytes.responseId());
    }

    private static Document document(List<Recorded> pair, Finding finding) {
        return new Document(
                Side.of(pair.getFirst()),
                Side.of(pair.getLast()),
                finding.verdict(),
                finding.severity(),
                finding.reasons().stream().map(PassageView::of).toList());
    }

    private void print(List<Recorded> pair, Finding finding, List<WordDiff> passages) {
        var out = evidence.out();
        var ink = new Ink(Terminal.out());
        pair.forEach(c -> out.printf(
                "capture %d%s, %s  %s%n",
                c.id(),
                ExplanationText.mark(c.signed().map(Captures.Signed::by)),
                QueueTable.time(c.at()),
                Ink.safe(c.url())));
        out.printf("%s, severity %d%n", finding.verdict(), finding.severity());
        for (WordDiff passage : passages) {
            out.println();
            if (!passage.before().isEmpty()) {
                out.println("- " + ink.removed(safe(passage.before())));
            }
            if (!passage.after().isEmpty()) {
                out.println("+ " + ink.added(safe(passage.after())));
            }
        }
    }

    /** Control characters of pages must not reach the terminal; what stands between words stays. */
    private static List<WordDiff.Run> safe(List<WordDiff.Run> runs) {
        return runs.stream()
                .map(run -> new WordDiff.Run(Ink.inline(run.text()), run.differs()))
                .toList();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
