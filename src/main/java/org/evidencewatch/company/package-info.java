/**
 * Published records: who is assessed, what the index says of them, claim by claim.
 * Reads records from the forms they come in (published card, JSON, CSV) and keeps their revisions.
 * Knows nothing of pages, fetching or change.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.evidencewatch.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
