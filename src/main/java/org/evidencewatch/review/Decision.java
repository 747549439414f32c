package org.evidencewatch.review;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person said of a reason; kept for good.
 *
 * @param reason the id of the reason that it answers
 * @param url the page that the reason is about
 * @param until for {@link Answer#DEFER}: when the reason comes back
 */
public record Decision(
        long id, long reason, String url, Answer answer, String by, String why, Optional<Instant> until, Instant at) {}
