package org.evidencewatch.review;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Quote;

/**
 * What a person wants changed of a record beside what their answer changes by itself.
 *
 * @param claims the claims as they shall stand; empty for those that are proposed, an empty list for none
 * @param url where the page is from now on
 * @param quote the words of the page that are cited from now on
 */
public record RecordEdit(Optional<List<ClaimEdit>> claims, Optional<String> url, Optional<Quote> quote) {

    /** What is proposed. */
    public static final RecordEdit PROPOSED = new RecordEdit(Optional.empty(), Optional.empty(), Optional.empty());

    public RecordEdit {
        claims = claims.map(List::copyOf);
    }

    /** Whether it asks for anything at all. */
    boolean asks() {
        return claims.isPresent() || url.isPresent() || quote.isPresent();
    }

    /** What is wrong with it for this answer, as a sentence for the person who asked. */
    Optional<String> objection(Answer answer) {
        if (claims.isPresent() && !answer.material() && !answer.uncites()) {
            return Optional.of("no claim is changed by the answer " + answer.word());
        }
        if (url.isPresent() && answer != Answer.SOURCE_MOVED) {
            return Optional.of("a new address goes with source-moved only");
        }
        boolean requotes = answer == Answer.REWORDED || answer == Answer.SOURCE_MOVED || answer.material();
        return quote.isPresent() && !requotes
                ? Optional.of("no quote is changed by the answer " + answer.word())
                : Optional.empty();
    }
}
