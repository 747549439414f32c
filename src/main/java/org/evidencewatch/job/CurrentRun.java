package org.evidencewatch.job;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The one run that this process carries out now; the steps of the engine find it here. */
@Component
class CurrentRun {

    private final AtomicReference<Optional<ActiveRun>> current = new AtomicReference<>(Optional.empty());

    void set(ActiveRun run) {
        current.set(Optional.of(run));
    }

    void clear() {
        current.set(Optional.empty());
    }

    Optional<ActiveRun> find() {
        return current.get();
    }

    ActiveRun get() {
        return current.get().orElseThrow(() -> new IllegalStateException("no run is under way in this process"));
    }
}
