/**
 * How the log is written: one line an event, without what must not be read there. Knows nothing of the house; Logback makes
 * its classes before anything else is there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.evidencewatch.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
