/**
 * One polite request: the outbound gate, robots.txt, turns at hosts, redirects, limits.
 * Speaks of transport facts only; a 404 is an answer, not a failure. Remembers of hosts who reads there, how they bear it
 * and what their robots.txt says, for all processes on the database.
 * Knows nothing of companies, of what was received earlier, or of what a page means.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.evidencewatch.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
