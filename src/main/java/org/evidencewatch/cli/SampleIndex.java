package org.evidencewatch.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.evidencewatch.citation.Disputes;
import org.evidencewatch.citation.RecordImport;
import org.evidencewatch.citation.Records;
import org.evidencewatch.extract.CardText;
import org.springframework.context.ApplicationContext;

/** The demonstration's invented index, in the home that it is shown in. */
final class SampleIndex {

    private final Records records;
    private final Disputes disputes;
    private final Clock clock;

    SampleIndex(ApplicationContext house) {
        this.records = house.getBean(Records.class);
        this.disputes = house.getBean(Disputes.class);
        this.clock = house.getBean(Clock.class);
    }

    /** Whether the home holds records that the demonstration did not bring. */
    boolean hasOtherRecords() {
        return records.slugs().stream()
                .flatMap(slug -> records.find(slug).stream())
                .anyMatch(record -> !record.sample());
    }

    /** Loads the index; loading it again changes nothing. */
    void load(Path file) {
        var summary = new RecordImport(records, disputes, new CardText(), clock).run(List.of(file), true);
        if (!summary.errors().isEmpty()) {
            throw new IllegalStateException("the sample index is faulty: " + summary.errors());
        }
    }
}
