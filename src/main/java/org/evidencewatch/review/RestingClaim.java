package org.evidencewatch.review;

import java.util.Optional;
import org.evidencewatch.company.ClaimPlace;

/**
 * A claim that rests on a page: it names the page, or the page was found to speak of what it states.
 *
 * @param supporting how many other pages support it still
 * @param stands whether the page as it was read last still states it
 * @param quote the words of the page that speak of it now
 */
record RestingClaim(ClaimPlace place, int supporting, boolean stands, Optional<String> quote) {}
