package org.evidencewatch.change;

import java.time.Duration;
import java.util.List;
import org.evidencewatch.change.Verdict.Changed;

/**
 * Tells what may pass by itself, so that a second reading half an hour later is not enough: a change of no more than a
 * heading, and a redirect to another page that says of itself that it does not last.
 */
final class Slight {

    /** How long such a thing must stay before a reading agrees with it. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private static final String HEADING = "heading-changed";
    private static final String FOR_NOW = "redirected-for-now";

    /** The condition by which a query tells them, of rows {@code c} with reasons. */
    static final String SQL = """
            (c.kind = 'changed' and not exists (select 1 from jsonb_array_elements(c.reasons) r where r ->> 'code' <> '%s')
                or c.kind = 'moved' and exists (select 1 from jsonb_array_elements(c.reasons) r where r ->> 'code' = '%s'))""".formatted(HEADING, FOR_NOW);

    private Slight() {}

    static boolean is(Changed change) {
        return of(Kind.CHANGED, change.reasons());
    }

    static boolean of(Kind kind, List<Reason> reasons) {
        return switch (kind) {
            case CHANGED ->
                !reasons.isEmpty()
                        && reasons.stream().allMatch(reason -> reason.code().equals(HEADING));
            case MOVED -> reasons.stream().anyMatch(reason -> reason.code().equals(FOR_NOW));
            case QUOTE_MOVED, QUOTE_LOST, GONE -> false;
        };
    }
}
