/**
 * The same for programs: JSON under {@code /api/v1}, by bearer token.
 */
@NullMarked
package org.evidencewatch.web.api;

import org.jspecify.annotations.NullMarked;
