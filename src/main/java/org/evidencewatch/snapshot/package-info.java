/**
 * What was received and when: captures (append-only) and the content-addressed byte store.
 * Bytes are stored before anything interprets them, and checked against their digest when read.
 * Also web archives: what was received, written as WARC, and any WARC file read in place of the web. The only room that
 * imports jwarc.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"citation", "fetch"})
package org.evidencewatch.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
