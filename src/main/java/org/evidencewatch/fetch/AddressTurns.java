package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many requests may be in flight to one address, whatever names it goes by: a thousand help centres can stand behind
 * one machine. It has no pauses, so that these do not queue up behind each other either. For all threads of a fetcher.
 */
final class AddressTurns {

    private final ConcurrentHashMap<InetAddress, Door> doors = new ConcurrentHashMap<>();
    private final int most;

    AddressTurns(int most) {
        this.most = most;
    }

    /** A turn, for its holder to leave. */
    interface Passage {

        /** Where there is nothing to wait for. */
        Passage FREE = () -> {};

        void leave();
    }

    /** Waits for a turn. */
    Passage take(InetAddress address) {
        Door door = doors.compute(address, (a, there) -> (there == null ? new Door(most) : there).joined());
        try {
            door.turns.acquire();
            return () -> {
                door.turns.release();
                left(address);
            };
        } catch (InterruptedException e) {
            left(address);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for an address");
        }
    }

    private void left(InetAddress address) {
        doors.computeIfPresent(address, (a, door) -> --door.users == 0 ? null : door);
    }

    /** One address; its users are counted under the map's lock. */
    private static final class Door {

        private final Semaphore turns;
        private int users;

        private Door(int most) {
            turns = new Semaphore(most, true);
        }

        private Door joined() {
            users++;
            return this;
        }
    }
}
