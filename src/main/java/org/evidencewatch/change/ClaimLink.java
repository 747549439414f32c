package org.evidencewatch.change;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.company.Quote;
import org.evidencewatch.fact.Role;

/**
 * A passage on record for a claim.
 *
 * @param role of the fact that the passage states; empty where it is linked for its words only
 * @param value what it stated when it was proposed, as text; empty as the role is
 * @param agrees whether that was what the claim states
 * @param capture the one that it was proposed from
 * @param decided who accepted or rejected it
 */
public record ClaimLink(
        long id,
        long claim,
        long citation,
        Quote quote,
        Optional<Role> role,
        Optional<String> value,
        boolean agrees,
        long capture,
        State state,
        Optional<Decided> decided) {

    /** What people said of it. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        REJECTED;

        /** The word for it in the database and in output. */
        public String word() {
            return Codes.of(name());
        }

        static State ofWord(String word) {
            return valueOf(Codes.name(word));
        }
    }

    /** Who said so. */
    public record Decided(String by, Instant at) {}

    boolean rejected() {
        return state == State.REJECTED;
    }
}
