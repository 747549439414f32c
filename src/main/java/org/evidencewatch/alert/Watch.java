package org.evidencewatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Looks for what people should know. Every bean of this type is asked at each check; a room that alerts may not use
 * hands in what it knows by one of its own.
 */
public interface Watch {

    /** The kinds that it answers for: an alert of one of them closes once its finding is no longer among the findings. */
    Set<Kind> kinds();

    /** All that is so at a time. Runs in the transaction of the check. */
    List<Finding> findings(Instant asOf);
}
