package org.evidencewatch.citation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.citation.ImportSummary.Loaded;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.CompanyCitations;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dispute;
import org.evidencewatch.company.HtmlToText;
import org.evidencewatch.company.InputProblem;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedClaim;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.RecordFile;
import org.evidencewatch.company.RecordReader;
import org.evidencewatch.company.Sha256;

/** Imports files of records: reads each, stores what is whole in it, and tells what is wrong; one file stops no other. */
public final class RecordImport {

    private static final int DAYS_AHEAD_SOMEWHERE = 1;

    private final Records records;
    private final Disputes disputes;
    private final RecordReader reader;
    private final Clock clock;

    /** @param html turns saved pages into text */
    public RecordImport(Records records, Disputes disputes, HtmlToText html, Clock clock) {
        this.records = records;
        this.disputes = disputes;
        this.reader = new RecordReader(html, CanonicalUrl::read);
        this.clock = clock;
    }

    /**
     * Imports the files in their order.
     *
     * @param sample whether they are the demonstration's invented index
     */
    public ImportSummary run(List<Path> files, boolean sample) {
        var run = new Run(sample, clock.instant());
        files.forEach(run::load);
        return run.summary();
    }

    /** Imports one file that is at hand, of records that are no demonstration's. */
    public ImportSummary run(RecordFile.Content file) {
        var run = new Run(false, clock.instant());
        run.load(file);
        return run.summary();
    }

    /** One import as it goes. */
    private final class Run {

        private final boolean sample;
        private final Instant at;
        private final List<Loaded> loaded = new ArrayList<>();
        private final List<SaveOutcome> taken = new ArrayList<>();
        private final List<InputProblem> errors = new ArrayList<>();
        private final List<InputProblem> warnings = new ArrayList<>();
        private final Set<String> companies = new HashSet<>();
        private final Set<String> sources = new HashSet<>();

        Run(boolean sample, Instant at) {
            this.sample = sample;
            this.at = at;
        }

        void load(Path path) {
            switch (RecordFile.read(path)) {
                case RecordFile.Unreadable unreadable -> errors.add(unreadable.problem());
                case RecordFile.Content content -> load(content);
            }
        }

        private void load(RecordFile.Content file) {
            var result = reader.read(file.name(), file.bytes());
            errors.addAll(result.errors());
            warnings.addAll(result.warnings());
            var origin = new ImportFile(file.name(), result.format(), Sha256.of(file.bytes()), at);
            result.records().forEach(record -> add(record, records.save(record, origin, sample)));
            result.additions().forEach(additions -> add(additions, records.attach(additions, origin, sample)));
            result.disputes().forEach(dispute -> add(dispute, origin));
            result.published()
                    .forEach(company ->
                            add(file.name(), company, records.dataSets().save(company, origin, sample)));
        }

        private void add(Dispute dispute, ImportFile origin) {
            if (dispute.received()
                    .isAfter(LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(DAYS_AHEAD_SOMEWHERE))) {
                wrong(dispute, origin, "received %s: that day is yet to come".formatted(dispute.received()));
                return;
            }
            disputes.take(dispute, origin)
                    .ifPresentOrElse(
                            taken::add,
                            () -> wrong(dispute, origin, "no company '%s' is known".formatted(dispute.company())));
        }

        private void wrong(Dispute dispute, ImportFile origin, String reason) {
            errors.add(new InputProblem(origin.name(), dispute.line(), reason));
        }

        private void add(CompanyRecord record, SaveOutcome outcome) {
            int dimensions = (int)
                    record.claims().stream().map(Claim::dimension).distinct().count();
            loaded.add(new Loaded(
                    record.slug(),
                    record.name(),
                    record.assessment().score(),
                    record.assessment().grade(),
                    dimensions,
                    count(record.slug(), record.citations()),
                    outcome));
        }

        private void add(CompanyCitations additions, SaveOutcome outcome) {
            int pages = count(additions.slug(), additions.citations());
            loaded.add(new Loaded(
                    additions.slug(), additions.name(), Optional.empty(), Optional.empty(), 0, pages, outcome));
        }

        private void add(String file, PublishedCompany company, DataSetRecords.Stored stored) {
            stored.warning().ifPresent(kept -> warnings.add(new InputProblem(file, 1, kept)));
            var record = company.record();
            add(
                    new CompanyRecord(
                            record.slug(),
                            record.name(),
                            record.category(),
                            record.country(),
                            record.assessment(),
                            company.claims().stream().map(PublishedClaim::claim).toList(),
                            company.citations().stream()
                                    .map(PublishedCitation::page)
                                    .toList()),
                    stored.outcome());
        }

        private int count(String slug, List<CitedPage> citations) {
            var pages = records.sources(citations);
            companies.add(slug);
            sources.addAll(pages);
            return pages.size();
        }

        ImportSummary summary() {
            return new ImportSummary(
                    companies.size(),
                    loaded.stream().mapToInt(Loaded::sources).sum(),
                    sources.size(),
                    count(SaveOutcome.ADDED),
                    count(SaveOutcome.UPDATED),
                    count(SaveOutcome.UNCHANGED),
                    loaded,
                    new ImportSummary.Taken(
                            Collections.frequency(taken, SaveOutcome.ADDED),
                            Collections.frequency(taken, SaveOutcome.UNCHANGED)),
                    errors,
                    warnings);
        }

        private int count(SaveOutcome outcome) {
            return (int) loaded.stream().filter(l -> l.outcome() == outcome).count();
        }
    }
}
