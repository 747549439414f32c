package org.evidencewatch.job;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.evidencewatch.change.NotFoundPage;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;
import org.evidencewatch.extract.Way;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.Redirect;
import org.evidencewatch.job.Visited.Interpretation;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Snapshots;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

/** Reads the text out of new bytes and packs them. Costs CPU only; a revisit and a failure cost nothing. */
@Component
class Interpreter implements ItemProcessor<List<Visited>, List<Visited>> {

    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);

    private final Extractor extractor;

    Interpreter(Extractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public List<Visited> process(List<Visited> batch) {
        return batch.stream().map(this::interpret).toList();
    }

    private Visited interpret(Visited visited) {
        if (visited.capture() instanceof Response response) {
            var reading = read(visited, response);
            return new Visited(
                    visited.visit(),
                    response,
                    visited.trial(),
                    visited.notFound(),
                    Optional.of(new Interpretation(
                            reading,
                            ContentDigest.of(reading.comparisonText()),
                            Snapshots.pack(response.answer().body()))));
        }
        return visited;
    }

    /** What an answer for that address is read from. */
    static Page page(URI url, Received answer) {
        return new Page(
                Optional.of(url),
                Optional.of(answer.effectiveUrl()),
                answer.status(),
                answer.headers(),
                answer.body(),
                answer.redirects().stream().map(Redirect::status).toList());
    }

    private Reading read(Visited visited, Response response) {
        var visit = visited.visit();
        try {
            var reading = extractor.read(page(visit.url(), response.answer()));
            boolean notFound = reading.good()
                    && visited.notFound()
                            .filter(shown -> shown.shownBy(reading, visit.url()))
                            .isPresent();
            return notFound ? reading.gone(NotFoundPage.REASON) : reading;
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("our extractor failed on {}", visit.url(), e);
            return failed(extractor.version());
        }
    }

    /** The reading of a page on which that extractor fails. */
    static Reading failed(String extractorVersion) {
        var why = new StateReason("extractor-failed", "our extractor failed on this page");
        return new Reading(extractorVersion, "generic", Way.WHOLE, PageState.ERROR, List.of(why), "", List.of(), 0);
    }
}
