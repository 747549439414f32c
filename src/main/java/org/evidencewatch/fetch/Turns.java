package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.function.Supplier;
import org.evidencewatch.fetch.AddressTurns.Passage;

/** Whose turn it is to send a request to a host. */
sealed interface Turns extends AutoCloseable permits HostTurns, Turns.None {

    /**
     * Sends a request when it is our turn at the host, or says why there is none.
     *
     * @param pause least time since the request before, when the host makes no complaint
     * @throws java.util.concurrent.CancellationException when the thread is interrupted while it waits
     */
    Exchange take(String host, Duration pause, Approach approach, Supplier<Exchange> request);

    @Override
    void close();

    /** The last steps before the wire. They may take a while, so they come last, and the turn is looked at once more. */
    interface Approach {

        /** Waits for what else the request needs. */
        Passage enter();

        /** Gives back what was waited for: the turn is not sure any more. */
        void standBack();
    }

    /** For recordings: nobody is there who could mind. */
    record None() implements Turns {

        @Override
        public Exchange take(String host, Duration pause, Approach approach, Supplier<Exchange> request) {
            Passage passage = approach.enter();
            try {
                return request.get();
            } finally {
                passage.leave();
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
