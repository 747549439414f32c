/**
 * PostgreSQL as part of the program: unpacked, initialised, started, attached to and stopped here.
 * Knows nothing of what is stored in it; with EVIDENCE_DATABASE_URL set it does nothing at all.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.evidencewatch.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
