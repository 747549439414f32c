/**
 * What the index hands to the public: a data set, the pages of a static site, the log of corrections, and the companies to
 * score again. Reads everything in one transaction, writes it all or not at all, and records what was published, which makes
 * the decisions in it final.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company"})
package org.evidencewatch.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
