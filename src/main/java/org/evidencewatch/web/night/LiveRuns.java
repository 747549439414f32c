package org.evidencewatch.web.night;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.evidencewatch.job.RunLedger;
import org.evidencewatch.job.RunProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells listeners once a second how far the present run is, until it ends. One thread asks the database once for all of them, and
 * only while somebody listens; a listener that is slow to take its line delays the others, and is dropped when it fails.
 */
@Component
class LiveRuns implements DisposableBean {

    /** So many listen at once; pages say how far the run is without it, too. */
    static final int MOST = 32;

    private static final Logger LOG = LoggerFactory.getLogger(LiveRuns.class);
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final RunLedger runs;
    private final Clock clock;
    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-runs").daemon().factory());
    private @Nullable ScheduledFuture<?> ticking;
    private long told;

    /** What one event says. */
    record Line(long run, String job, int done, int planned, int failed, String words) {}

    LiveRuns(RunLedger runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** A new listener; empty where there are too many. */
    synchronized Optional<SseEmitter> listen() {
        if (listeners.size() >= MOST) {
            return Optional.empty();
        }
        var listener = new SseEmitter(LIFETIME.toMillis());
        listener.onTimeout(listener::complete);
        listener.onCompletion(() -> listeners.remove(listener));
        listener.onError(failure -> listeners.remove(listener));
        listeners.add(listener);
        if (ticking == null) {
            ticking = teller.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
        }
        return Optional.of(listener);
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
        listeners.forEach(SseEmitter::complete);
    }

    private void tick() {
        try {
            Optional<RunProgress> current = runs.current().filter(RunProgress::running);
            current.ifPresentOrElse(this::tell, this::end);
        } catch (DataAccessException e) {
            LOG.warn("listeners are sent away: how far the run is could not be read", e);
            end();
        }
        rest();
    }

    private void tell(RunProgress run) {
        told = run.run();
        listeners.forEach(listener -> send(listener, "progress", line(run)));
    }

    /** The run that was told of, if one was, has its last line; then everybody is sent away. */
    private void end() {
        List<SseEmitter> leaving = List.copyOf(listeners);
        leaving.forEach(listener -> send(listener, "end", told));
        leaving.forEach(SseEmitter::complete);
        listeners.removeAll(leaving);
    }

    private synchronized void rest() {
        if (listeners.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private Line line(RunProgress run) {
        return new Line(
                run.run(), run.job(), run.done(), run.planned(), run.failed(), RunsPage.words(run, clock.instant()));
    }

    private void send(SseEmitter listener, String event, Object data) {
        try {
            listener.send(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a listener went away", e);
            listeners.remove(listener);
        }
    }
}
