/**
 * What is on record, for reviewers to look at: two captures compared, a capture as it was stored, a company, and the
 * timeline of its evidence. Everything that a page or a record says is shown as text.
 */
@NullMarked
package org.evidencewatch.web.record;

import org.jspecify.annotations.NullMarked;
