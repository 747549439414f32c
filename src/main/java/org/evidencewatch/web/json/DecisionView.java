package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Decision;

/** What somebody said of a reason; {@code undoes} names the decision that it takes back. */
@JsonInclude(Include.NON_ABSENT)
public record DecisionView(
        long id,
        long reason,
        Optional<String> url,
        String verdict,
        String why,
        String by,
        Instant at,
        Optional<Instant> until,
        Optional<Decision.Moved> moved,
        Optional<Long> undoes,
        boolean undone) {

    /** As it was made. */
    public static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.reason(),
                decision.url(),
                decision.answer().word(),
                decision.why(),
                decision.by(),
                decision.at(),
                decision.until(),
                decision.moved(),
                decision.undoes(),
                decision.undone());
    }

    /** Each of them. */
    public static List<DecisionView> all(List<Decision> decisions) {
        return decisions.stream().map(DecisionView::of).toList();
    }
}
