package org.evidencewatch.change;

import java.util.Optional;
import org.evidencewatch.company.Quote;
import org.evidencewatch.fact.Fact;

/**
 * A passage of a cited page that seems to speak of what a claim states.
 *
 * @param fact what the passage states; empty where it is near by its words only
 * @param agrees whether it states what the claim states, rather than another value of the same role; true of mere words, of
 *     which only a person can tell
 */
record LinkProposal(Quote quote, Optional<Fact> fact, boolean agrees) {}
