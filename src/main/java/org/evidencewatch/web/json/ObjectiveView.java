package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Optional;
import org.evidencewatch.alert.TierState;

/**
 * An objective: so much of its evidence is to be confirmed within that time.
 *
 * @param share what it promises, above 0 and below 1
 * @param within as an ISO 8601 duration
 * @param confirmed how many citations were confirmed in time
 * @param percent that of its evidence, rounded down
 * @param burn how many times faster than allowed it goes stale now; up to 1 is well
 * @param week the same, as the mean of seven days; absent until three are on record
 */
@JsonInclude(Include.NON_ABSENT)
public record ObjectiveView(
        String name,
        double share,
        String within,
        int evidence,
        int confirmed,
        int percent,
        double burn,
        Optional<Double> week,
        boolean met) {

    public static ObjectiveView of(TierState state) {
        return new ObjectiveView(
                state.tier().name(),
                state.tier().share(),
                state.tier().within().toString(),
                state.now().evidence(),
                state.now().within(),
                state.now().percent(),
                hundredths(state.burn()),
                state.week().map(ObjectiveView::hundredths),
                state.met());
    }

    private static double hundredths(double rate) {
        return Math.round(rate * 100) / 100.0;
    }
}
