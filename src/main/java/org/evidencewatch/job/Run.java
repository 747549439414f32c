package org.evidencewatch.job;

import java.time.Instant;

/** One run of a reading job, as the ledger has it. */
record Run(long id, String job, RefreshRequest request, Instant asOf) {}
