/**
 * Which page supports which claim: citations, and the sources (canonical URLs) behind them.
 * Stores a whole imported record, its citations included, in one transaction or not at all.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company"})
package org.evidencewatch.citation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
