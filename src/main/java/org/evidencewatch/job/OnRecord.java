package org.evidencewatch.job;

import java.util.Optional;
import java.util.function.Supplier;
import org.evidencewatch.change.Known;
import org.evidencewatch.extract.SourceEndpoint;
import org.evidencewatch.snapshot.Held;

/**
 * What must be on hand of a source before it is asked for.
 *
 * @param held what we hold of the page
 * @param endpoint what is known of an endpoint in its place
 * @param pending whether something observed of it may wait for a second read
 * @param state its baseline, newest reading and pending detections; looked up when asked for
 */
record OnRecord(Optional<Held> held, SourceEndpoint endpoint, boolean pending, Supplier<Known> state) {

    /** A page of which nothing is known. */
    static final OnRecord NOTHING = new OnRecord(Optional.empty(), SourceEndpoint.NONE, false, () -> Known.NOTHING);
}
