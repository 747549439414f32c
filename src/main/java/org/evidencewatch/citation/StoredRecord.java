package org.evidencewatch.citation;

import java.time.Instant;
import org.evidencewatch.company.CompanyRecord;

/**
 * A record as it stands: its claims and score are those of its newest revision, whatever that rests on, its citations those
 * that are not retired. A claim's addresses are those of the citations that it is linked to.
 *
 * @param revision the number of that revision
 * @param revisedAt when that was made
 * @param importedAt when an import last made one; the same as {@code revisedAt} where that is the newest
 * @param sample whether it belongs to the demonstration's invented index
 */
public record StoredRecord(
        CompanyRecord record, int revision, Basis basis, Instant revisedAt, Instant importedAt, boolean sample) {}
