/**
 * The rubric of the index and the scorecard of a record: which state a record's claims are in for each dimension, what that
 * counts, and what another wording of the claims would move. Arithmetic on what is handed in; stores nothing and decides
 * nothing. The rubric itself is a file, {@code config/rubrics/*.yaml}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"company", "fact"})
package org.evidencewatch.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
