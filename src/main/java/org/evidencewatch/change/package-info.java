/**
 * What two readings of a page mean: verdict, differences, severity; pure functions.
 * Also keeps comparisons, changes, their confirmations and their one terminal outcome.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"citation", "snapshot", "extract"})
package org.evidencewatch.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
