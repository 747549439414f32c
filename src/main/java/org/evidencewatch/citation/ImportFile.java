package org.evidencewatch.citation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.evidencewatch.company.RecordFormat;

/**
 * The file a record came in, as one import read it.
 *
 * @param digest SHA-256 of its bytes, in hex
 * @param at when the import began; kept to the microsecond, as the database keeps it
 */
public record ImportFile(String name, RecordFormat format, String digest, Instant at) {

    public ImportFile {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
