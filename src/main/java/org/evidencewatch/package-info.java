/**
 * Evidence Watch re-reads the pages that a published index cites, and says which cited fact no longer stands. This
 * package holds the entry point only; every room below it states its job and the rooms it may use.
 */
@NullMarked
package org.evidencewatch;

import org.jspecify.annotations.NullMarked;
