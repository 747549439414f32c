package org.evidencewatch.job;

import java.util.Optional;
import org.evidencewatch.change.NotFoundPage;
import org.evidencewatch.extract.SourceEndpoint.Trial;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.snapshot.Held;

/**
 * What asking for a page brought.
 *
 * @param result the page's answer, or that of the endpoint in its place
 * @param held what of the page may be revisited; empty where the answer must be read whatever we hold
 * @param trial what became of an endpoint that was asked
 * @param notFound what the host shows for pages that do not exist, where that was asked
 */
record Asked(FetchResult result, Optional<Held> held, Optional<Trial> trial, Optional<NotFoundPage> notFound) {

    static Asked plain(FetchResult result, Optional<Held> held) {
        return new Asked(result, held, Optional.empty(), Optional.empty());
    }
}
