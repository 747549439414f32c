/**
 * Typed policy facts out of text: what a page states as a rule for the subscriber, by rules that can be looked up.
 * Also which facts differ between two readings, and for whom that is good. Pure functions; stores nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "extract"})
package org.evidencewatch.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
