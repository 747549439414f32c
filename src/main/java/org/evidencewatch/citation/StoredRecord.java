package org.evidencewatch.citation;

import java.time.Instant;
import org.evidencewatch.company.CompanyRecord;

/**
 * A record as it was last imported: its claims and score are those of its newest revision that rests on an import, its
 * citations those that are not retired. A claim's addresses are those of the citations that it is linked to.
 *
 * @param revision the number of that revision
 * @param sample whether it belongs to the demonstration's invented index
 */
public record StoredRecord(CompanyRecord record, int revision, Instant importedAt, boolean sample) {}
