/**
 * The commands of the program. Each parses its words, calls one room, and prints for a person or as JSON.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "company",
            "citation",
            "fetch",
            "snapshot",
            "extract",
            "fact",
            "change",
            "score",
            "review",
            "publish",
            "alert",
            "job",
            "postgres",
            "log",
            "web::json"
        })
package org.evidencewatch.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
