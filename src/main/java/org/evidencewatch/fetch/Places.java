package org.evidencewatch.fetch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * How many answers may be on the wire, or received and not yet put away, at a time. This bounds the memory of a run,
 * however many hosts it reads. Who only waits for a host's turn has no place.
 */
public final class Places {

    private final Semaphore free;

    /** At most so many. */
    public Places(int most) {
        free = new Semaphore(most);
    }

    /** For one page after another on one thread: not taken yet. */
    public Place standby() {
        return new Place();
    }

    /** A place that can be taken and given back again and again. For one thread. */
    public final class Place implements AutoCloseable {

        private boolean taken;

        private Place() {}

        /** Waits for a place, unless it has one. */
        public void take() {
            if (!taken) {
                try {
                    free.acquire();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted while waiting for a place");
                }
                taken = true;
            }
        }

        /** Gives it back, if it has one. */
        void giveBack() {
            if (taken) {
                taken = false;
                free.release();
            }
        }

        /** The answer was put away. */
        @Override
        public void close() {
            giveBack();
        }
    }
}
