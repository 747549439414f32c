package org.evidencewatch.job;

import java.net.URI;
import org.evidencewatch.snapshot.Purpose;

/** One page to read in a run. What is on record of it is asked for when it is needed: a run may have many. */
record Visit(long runId, Purpose purpose, long sourceId, URI url, String host) {}
