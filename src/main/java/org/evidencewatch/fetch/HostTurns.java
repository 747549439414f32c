package org.evidencewatch.fetch;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Turns at hosts: one request in flight at a host, and a pause between the end of one and the start of the next. In the
 * order of asking, for all threads of this process; other processes are kept away by the lease of the host.
 *
 * <p>Virtual threads wait here without holding a platform thread. A thread never waits for one host while it holds the
 * turn of another: what needs two hosts takes their turns one after the other. Measured with the monotonic clock, which
 * a set or jumping wall clock does not move.
 */
final class HostTurns {

    private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();
    private final boolean pausing;

    private HostTurns(boolean pausing) {
        this.pausing = pausing;
    }

    /** Turns with pauses, for hosts that someone runs. */
    static HostTurns pausing() {
        return new HostTurns(true);
    }

    /** Turns without pauses, for recordings. */
    static HostTurns hurrying() {
        return new HostTurns(false);
    }

    /**
     * Does the work when it is our turn at the host.
     *
     * @param pause least time since the end of the work before
     * @throws CancellationException when the thread is interrupted while it waits; it stays interrupted
     */
    <T> T take(String host, Duration pause, Supplier<T> work) {
        Turn turn = turns.computeIfAbsent(host, name -> new Turn());
        turn.await(pausing ? pause : Duration.ZERO);
        try {
            return work.get();
        } finally {
            turn.end();
        }
    }

    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private boolean taken;
        private long endedAt;

        void await(Duration pause) {
            try {
                lock.lockInterruptibly();
                try {
                    long rest = taken ? pause.toNanos() - (System.nanoTime() - endedAt) : 0;
                    TimeUnit.NANOSECONDS.sleep(rest);
                } catch (InterruptedException e) {
                    lock.unlock();
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for a host");
            }
        }

        void end() {
            taken = true;
            endedAt = System.nanoTime();
            lock.unlock();
        }
    }
}
