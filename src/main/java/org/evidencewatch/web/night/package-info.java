/**
 * How the nights go: runs, freshness of the evidence, hosts that cannot be read, and what people decided.
 */
@NullMarked
package org.evidencewatch.web.night;

import org.jspecify.annotations.NullMarked;
