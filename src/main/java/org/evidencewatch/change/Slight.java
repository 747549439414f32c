package org.evidencewatch.change;

import java.time.Duration;
import java.util.List;
import org.evidencewatch.change.Verdict.Changed;

/** Tells changes so slight that one reading is not enough: no more than a heading that reads otherwise. */
final class Slight {

    /** How long such a change must stay before a reading agrees with it. */
    static final Duration PATIENCE = Duration.ofDays(2);

    /** The condition by which a query tells them, of rows {@code c} with reasons. */
    static final String SQL = """
            c.kind = 'changed' and not exists (select 1 from jsonb_array_elements(c.reasons) r where r ->> 'code' <> 'heading-changed')""";

    private Slight() {}

    static boolean is(Changed change) {
        return of(change.reasons());
    }

    static boolean of(List<Reason> reasons) {
        return !reasons.isEmpty()
                && reasons.stream().allMatch(reason -> reason.code().equals("heading-changed"));
    }
}
