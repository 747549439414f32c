package org.evidencewatch.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evidencewatch.change.Hindsight;
import org.evidencewatch.change.Judge;
import org.evidencewatch.change.Past;
import org.evidencewatch.change.Past.Side;
import org.evidencewatch.change.Rejudging;
import org.evidencewatch.change.Verdict;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.job.StoredHistory.Source;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.evidencewatch.snapshot.PastCaptures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Judges what is stored of one source once more, and lays it beside what is on record. Writes nothing. */
@Component
class SourceReplay {

    /** As many pages as a judge looks at for one capture, and a little more. */
    private static final int REMEMBERED = 24;

    private static final Logger LOG = LoggerFactory.getLogger(SourceReplay.class);

    private final StoredHistory history;
    private final Hindsight hindsight;
    private final PastCaptures captures;
    private final Readings readings;
    private final Duration confirmAfter;

    SourceReplay(
            StoredHistory history,
            Hindsight hindsight,
            PastCaptures captures,
            Readings readings,
            ReadingSettings settings) {
        this.history = history;
        this.hindsight = hindsight;
        this.captures = captures;
        this.readings = readings;
        this.confirmAfter = settings.confirmAfter();
    }

    /** Adds what it finds to the tally; how many captures brought bytes. */
    int replay(ReextractRequest request, Source source, ReextractTally tally) {
        var scope = history.ofSource(request, source.id());
        var pasts = hindsight.ofSource(source.id()).stream()
                .filter(past -> scope.contains(past.captureId()))
                .toList();
        if (pasts.isEmpty()) {
            return 0;
        }
        int read = 0;
        var pages = new Remembered();
        var judge = new Judge(pages, readings.version(), confirmAfter);
        var rejudging = new Rejudging(judge, pages, hindsight.known(pasts.getFirst()));
        var verdicts = new HashMap<Long, Verdict>();
        for (Past past : pasts) {
            var capture = captures.of(past.captureId());
            var shown = shown(past, capture);
            var page = pages.page(shown.responseId());
            if (capture instanceof Response) {
                count(source, past, page, tally);
                read++;
            }
            verdicts.put(past.captureId(), rejudging.next(past, capture, shown, page, hindsight.experience(past)));
        }
        tally.compare(source, pasts, history.untold(source.id()), rejudging.detected(), verdicts);
        return read;
    }

    private static Side shown(Past past, Capture capture) {
        return switch (capture) {
            case Response r -> new Side(past.captureId(), past.captureId());
            case Revisit r -> new Side(past.captureId(), r.held().responseId());
            case NoCapture n -> throw new IllegalStateException("an attempt that brought nothing: " + n);
        };
    }

    private void count(Source source, Past past, Legible page, ReextractTally tally) {
        tally.read(
                source,
                past.captureId(),
                page.own(),
                history.earlier(past.captureId(), readings.version()),
                !readings.missing(List.of(past.captureId())).isEmpty());
    }

    /** A page on which our extractor fails is no reading of the page, as on the night that reads it. */
    private Legible read(long responseId) {
        try {
            return readings.of(responseId);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("our extractor failed on capture {}", responseId, e);
            var failed = Interpreter.failed(readings.version());
            return new Legible(failed, way -> failed);
        }
    }

    /** The pages looked at last: a baseline is looked at for each capture. */
    private final class Remembered implements Judge.Archive {

        private final Map<Long, Legible> pages = new LinkedHashMap<>(16, 0.75f, true);

        @Override
        public Legible page(long responseId) {
            var known = pages.get(responseId);
            if (known != null) {
                return known;
            }
            var page = read(responseId);
            pages.put(responseId, page);
            new ArrayList<>(pages.keySet())
                    .subList(0, Math.max(0, pages.size() - REMEMBERED))
                    .forEach(pages::remove);
            return page;
        }
    }
}
