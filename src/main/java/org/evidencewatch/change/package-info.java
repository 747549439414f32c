/**
 * What two readings of a page mean: verdict, differences, severity; pure functions.
 * Finds what records quote on the pages that were read, by exact words, normal form and context.
 * Also keeps comparisons, changes, their confirmations and their one terminal outcome.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "citation", "snapshot", "extract", "fact"})
package org.evidencewatch.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
