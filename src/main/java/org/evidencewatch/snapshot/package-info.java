/**
 * What was received and when: captures (append-only) and the content-addressed byte store.
 * Bytes are stored before anything interprets them, and checked against their digest when read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"citation", "fetch"})
package org.evidencewatch.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
