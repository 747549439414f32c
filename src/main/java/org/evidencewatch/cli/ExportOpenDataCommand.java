package org.evidencewatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evidencewatch.publish.ExportReply;
import org.evidencewatch.publish.ExportReport;
import org.evidencewatch.publish.OpenData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Publishes the index as a data set and a static site. */
@Command(
        name = "open-data",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the index as a data set and a static site: JSON, CSV, a feed of corrections, pages.",
            "What is in it counts as published: its decisions can no longer be undone, unless it is a preview."
        },
        footer = {
            "",
            "The directory must be missing, empty, or an earlier export, which is replaced as a whole.",
            "Exit: 0 exported, 1 the files cannot be written, 2 the directory holds something else.",
            "",
            "Example: evidence export open-data --out public --preview"
        })
final class ExportOpenDataCommand implements Callable<Integer> {

    @ParentCommand
    private ExportCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Option(names = "--preview", description = "To look at only: nothing counts as published.")
    private boolean preview;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var evidence = parent.evidence();
        try (var house = evidence.open()) {
            return switch (house.getBean(OpenData.class).export(out, preview)) {
                case ExportReply.Refused refused -> {
                    spec.commandLine().getErr().println(refused.because());
                    yield Evidence.WRONG_INPUT;
                }
                case ExportReply.Exported exported -> {
                    show(exported.report());
                    yield Evidence.DONE;
                }
            };
        }
    }

    private void show(ExportReport report) {
        if (json) {
            parent.evidence().json(Document.of(report));
            return;
        }
        var print = parent.evidence().out();
        print.printf(
                "%d companies, %d claims, %d citations, %d corrections; %d to score again%n",
                report.companies(), report.claims(), report.citations(), report.corrections(), report.rescore());
        print.printf("%d files in %s%n", report.files(), report.directory());
        print.println(
                switch (report.publication()) {
                    case RECORDED -> "Published: the decisions in it are final.";
                    case UNCHANGED -> "Nothing new since the last publication.";
                    case PREVIEW -> "A preview: nothing counts as published.";
                });
    }

    /** The report as JSON. */
    record Document(
            String directory,
            int companies,
            int claims,
            int citations,
            int corrections,
            int rescore,
            int files,
            String digest,
            String publication) {

        static Document of(ExportReport report) {
            return new Document(
                    report.directory().toString(),
                    report.companies(),
                    report.claims(),
                    report.citations(),
                    report.corrections(),
                    report.rescore(),
                    report.files(),
                    report.digest(),
                    report.publication().word());
        }
    }
}
