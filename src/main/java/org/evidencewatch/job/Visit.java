package org.evidencewatch.job;

import java.net.URI;
import java.util.Optional;
import org.evidencewatch.change.Known;
import org.evidencewatch.snapshot.Held;
import org.evidencewatch.snapshot.Purpose;

/** One page to read in a run, with what is on record of it. */
record Visit(long runId, Purpose purpose, long sourceId, URI url, String host, Optional<Held> held, Known known) {}
