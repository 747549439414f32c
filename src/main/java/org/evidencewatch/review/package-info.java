/**
 * What a person must look at: work items (one open per company), reasons, leases, decisions.
 * Machines flag here; only decisions of people mark a company for rescoring.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "citation", "change", "score"})
package org.evidencewatch.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
