package org.evidencewatch.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.publish.ExportReport.Publication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports the index as the database has it: data set, tables, feed, pages. Read in one transaction, and put in place as a
 * whole; the same index makes the same bytes. What is published is recorded once the files are in place, and makes the
 * decisions in it final; until then no decision is made or undone.
 */
@Component
public class OpenData {

    private final RecordRows records;
    private final FoundRows found;
    private final CorrectionRows decided;
    private final Publications publications;
    private final PublicationSettings settings;
    private final ObjectProvider<ScoreNotes> notes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpenData(
            RecordRows records,
            FoundRows found,
            CorrectionRows decided,
            Publications publications,
            PublicationSettings settings,
            ObjectProvider<ScoreNotes> notes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.records = records;
        this.found = found;
        this.decided = decided;
        this.publications = publications;
        this.settings = settings;
        this.notes = notes;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /**
     * Exports to a directory, which must be empty, missing, or an earlier export.
     *
     * @param preview whether nothing is to be recorded
     * @throws IOException if the files cannot be written; what was there is there still
     */
    public ExportReply export(Path out, boolean preview) throws IOException {
        var place = Place.of(out);
        var objection = place.objection();
        if (objection.isPresent()) {
            return new ExportReply.Refused(objection.get());
        }
        try (var folder = new ExportFolder(place)) {
            return new ExportReply.Exported(
                    Objects.requireNonNull(transaction.execute(tx -> exported(place, folder, preview))));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private ExportReport exported(Place place, ExportFolder folder, boolean preview) {
        if (!preview) {
            publications.hold();
        }
        long newestDecision = publications.newestDecision();
        try {
            var cited = new CitedSnapshots();
            var overview = write(folder, cited);
            folder.publish();
            boolean recorded = !preview && publications.record(folder.digest(), newestDecision, clock.instant());
            if (recorded) {
                publications.cite(cited.digests(), clock.instant());
            }
            return new ExportReport(
                    place.directory(),
                    overview.lines().size(),
                    overview.claims(),
                    overview.citations(),
                    overview.corrections().size(),
                    overview.waiting().size(),
                    folder.files(),
                    folder.digest(),
                    preview ? Publication.PREVIEW : recorded ? Publication.RECORDED : Publication.UNCHANGED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Overview write(ExportFolder folder, CitedSnapshots cited) throws IOException {
        var json = new JsonFiles(settings);
        var overview = new Overview();
        var site = new Site(folder, settings);
        try (var edition = new Edition(records, found, decided);
                var dataSet = json.dataSet(folder.open("dataset.json"));
                var tables = new CsvTables(folder)) {
            for (var next = edition.next(); next.isPresent(); next = edition.next()) {
                PublishedCompany company = next.get();
                for (Part part : List.of(dataSet, tables, site, overview, cited)) {
                    part.add(company);
                }
            }
        }
        overview.close();
        site.whole(
                overview,
                Optional.ofNullable(notes.getIfUnique()).map(ScoreNotes::parts).orElse(List.of()));
        CsvTables.corrections(folder, overview.corrections());
        try (var corrections = folder.open("corrections.json");
                var feed = folder.open("corrections.atom");
                var rescore = folder.open("rescore.json")) {
            json.corrections(corrections, overview.corrections());
            CorrectionFeed.write(settings, feed, overview.corrections());
            json.rescore(rescore, overview.waiting());
        }
        copy(folder, "open-data.schema.json", "/schema/open-data.schema.json");
        copy(folder, "rescore.schema.json", "/schema/rescore.schema.json");
        copy(folder, "style.css", "/templates/publish/style.css");
        return overview;
    }

    private static void copy(ExportFolder folder, String name, String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenData.class.getResourceAsStream(resource), resource);
                var out = folder.open(name)) {
            in.transferTo(out);
        }
    }
}
