/**
 * One polite request: the outbound gate, robots.txt, redirects, limits.
 * Speaks of transport facts only; a 404 is an answer, not a failure.
 * Knows nothing of companies, of storage, or of what a page means.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.evidencewatch.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
