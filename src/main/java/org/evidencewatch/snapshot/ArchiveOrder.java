package org.evidencewatch.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which captures to export, and where to.
 *
 * @param since the earliest, that moment included
 * @param until the latest, that moment included
 * @param company only of pages that this company's record cites, or once cited
 */
public record ArchiveOrder(
        Path directory, Optional<Instant> since, Optional<Instant> until, Optional<String> company) {}
