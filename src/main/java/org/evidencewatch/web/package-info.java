/**
 * The reviewers' pages: the queue, one item, its decision, and what is on record around it, behind a login.
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
            "publish",
            "alert",
            "job"
        })
package org.evidencewatch.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
