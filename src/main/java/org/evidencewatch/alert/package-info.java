/**
 * Staleness of evidence, the alerts that it opens and closes by itself, and their delivery in one digest.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "citation", "snapshot", "review", "fetch"})
package org.evidencewatch.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
