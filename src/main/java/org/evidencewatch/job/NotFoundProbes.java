package org.evidencewatch.job;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.evidencewatch.change.NotFoundPage;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.ProbePaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the hosts of a run show for pages that do not exist, where they answer such with status 200. Each host is asked at
 * most once in a run; whoever wants to know meanwhile waits. Thread-safe.
 */
final class NotFoundProbes {

    private static final Logger LOG = LoggerFactory.getLogger(NotFoundProbes.class);

    private final ProbePaths paths;
    private final Extractor extractor;
    private final ConcurrentMap<String, FutureTask<Optional<NotFoundPage>>> byHost = new ConcurrentHashMap<>();

    NotFoundProbes(ProbePaths paths, Extractor extractor) {
        this.paths = paths;
        this.extractor = extractor;
    }

    /**
     * What the host of a page shows for one that does not exist.
     *
     * @param platform of the page, where it is known
     * @param ask how to ask the host; empty where it gave no answer
     */
    Optional<NotFoundPage> of(Visit visit, Optional<String> platform, Function<URI, Optional<Page>> ask) {
        Optional<URI> path = paths.of(visit.url(), platform);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        var mine = new FutureTask<>(() -> shown(ask.apply(path.get())));
        var probe = byHost.putIfAbsent(visit.host(), mine);
        if (probe == null) {
            mine.run();
            probe = mine;
        }
        return result(probe, path.get());
    }

    private Optional<NotFoundPage> shown(Optional<Page> answer) {
        return answer.filter(page -> page.status() >= 200 && page.status() < 300)
                .map(extractor::read)
                .flatMap(NotFoundPage::of);
    }

    /** A probe that fails in our own code tells nothing; it costs no page. */
    private static Optional<NotFoundPage> result(FutureTask<Optional<NotFoundPage>> probe, URI path) {
        try {
            return probe.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a host was asked for what it does not have");
        } catch (ExecutionException e) {
            LOG.error("asking for {} failed in our own code", path, e);
            return Optional.empty();
        }
    }
}
