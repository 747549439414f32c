package org.evidencewatch.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.Correction;
import org.evidencewatch.company.Correction.ClaimChange;
import org.evidencewatch.company.DataSetJson;
import org.evidencewatch.company.LastConfirmed;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedClaim;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.Quote;
import org.evidencewatch.company.Support;
import org.evidencewatch.company.Told;
import org.evidencewatch.publish.Overview.Corrected;

/** The tables: records, claims and citations as companies come, and corrections. */
final class CsvTables implements Part {

    /** What was found of a page; the import of citations reads over it. */
    private static final String FOUND = "last_confirmed,snapshot,confirmed_by,not_machine_checkable_since";

    private final CsvFile records;
    private final CsvFile claims;
    private final CsvFile citations;

    CsvTables(ExportFolder folder) throws IOException {
        records = new CsvFile(
                folder.open("records.csv"),
                "company,name,category,country,score,grade,tier,rubric,last_reviewed,scope,summary,revision,last_confirmed");
        claims = new CsvFile(folder.open("claims.csv"), "company,dimension,ordinal,statement,url,words," + FOUND);
        citations = new CsvFile(
                folder.open("citations.csv"),
                "company,url,title,accessed,kind,quote,quote_prefix,quote_suffix," + FOUND);
    }

    @Override
    public void add(PublishedCompany company) throws IOException {
        var record = company.record();
        var assessment = record.assessment();
        records.row(
                record.slug(),
                record.name(),
                record.category(),
                record.country(),
                assessment.score(),
                assessment.grade(),
                assessment.tier(),
                assessment.rubric(),
                assessment.lastReviewed(),
                assessment.scope(),
                assessment.summary(),
                company.revision(),
                company.lastConfirmed().map(Object::toString).orElse(DataSetJson.NEVER));
        for (var claim : company.claims()) {
            add(record.slug(), claim);
        }
        for (var citation : company.citations()) {
            add(record.slug(), citation);
        }
    }

    private void add(String company, PublishedCitation citation) throws IOException {
        var page = citation.page();
        var checked = citation.checked();
        citations.row(
                company,
                page.url(),
                page.title(),
                page.accessed(),
                page.kind().key(),
                page.quote().map(Quote::exact),
                page.quote().map(Quote::prefix),
                page.quote().map(Quote::suffix),
                at(checked),
                checked.last().map(LastConfirmed::snapshot),
                checked.last().map(last -> last.by().word()),
                checked.unreadableSince());
    }

    /** A row for each page that the claim rests on; one without page where there is none. */
    private void add(String company, PublishedClaim claim) throws IOException {
        var statement = claim.claim().statement();
        String dimension = claim.claim().dimension().key();
        if (claim.support().isEmpty()) {
            claims.row(company, dimension, claim.ordinal(), statement, "", "", DataSetJson.NEVER, "", "", "");
        }
        for (Support support : claim.support()) {
            var checked = support.checked();
            claims.row(
                    company,
                    dimension,
                    claim.ordinal(),
                    statement,
                    support.url(),
                    support.words(),
                    at(checked),
                    checked.last().map(LastConfirmed::snapshot),
                    checked.last().map(last -> last.by().word()),
                    checked.unreadableSince());
        }
    }

    /** All corrections in one table; what is several in one cell stands on lines of its own. */
    static void corrections(ExportFolder folder, List<Corrected> corrections) throws IOException {
        String columns = "id,company,decided,kind,basis,revision,score_before,score_after,grade_before,grade_after,"
                + "claims_before,claims_after,page,words_before,words_after,snapshot_before,snapshot_after";
        try (var table = new CsvFile(folder.open("corrections.csv"), columns)) {
            for (Corrected each : corrections) {
                add(table, each.slug(), each.correction());
            }
        }
    }

    private static void add(CsvFile table, String company, Correction correction) throws IOException {
        table.row(
                correction.urn(),
                company,
                correction.decided(),
                correction.kind(),
                correction.basis().word(),
                correction.revision(),
                correction.before().score(),
                correction.after().score(),
                correction.before().grade(),
                correction.after().grade(),
                claims(correction, ClaimChange::before),
                claims(correction, ClaimChange::after),
                correction.page(),
                words(correction, Told::before),
                words(correction, Told::after),
                correction.snapshotBefore(),
                correction.snapshotAfter());
    }

    private static String claims(Correction correction, Function<ClaimChange, Optional<String>> side) {
        return correction.claims().stream()
                .flatMap(claim -> side
                        .apply(claim)
                        .map(words -> "%s/%d: %s".formatted(claim.dimension().key(), claim.ordinal(), words))
                        .stream())
                .collect(Collectors.joining("\n"));
    }

    private static String words(Correction correction, Function<Told, Optional<String>> side) {
        return correction.told().stream()
                .flatMap(told -> side.apply(told).map(words -> told.code() + ": " + words).stream())
                .collect(Collectors.joining("\n"));
    }

    private static String at(Checked checked) {
        return checked.last().map(last -> last.at().toString()).orElse(DataSetJson.NEVER);
    }

    @Override
    public void close() throws IOException {
        records.close();
        claims.close();
        citations.close();
    }
}
