/**
 * Spring Batch wiring and schedules; the only room that imports Spring Batch.
 * A job reads here like its sentence; every decision it takes is made in the rooms it calls.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "company",
            "citation",
            "fetch",
            "snapshot",
            "extract",
            "change",
            "review",
            "alert",
            "postgres"
        })
package org.evidencewatch.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
