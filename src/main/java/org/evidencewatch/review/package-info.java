/**
 * What a person must look at: work items (one open per company), reasons, leases, decisions, revisions of records.
 * Machines flag here and work out what is at stake; only decisions of people move a record.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "citation", "change", "fact", "score"})
package org.evidencewatch.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
