package org.evidencewatch.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every other second whether the server still runs, and starts it again when somebody killed it: it then comes back
 * on its port, with all that was committed. Is not interrupted when it is closed, since that would take its locks away.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int PAUSE_SECONDS = 2;
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final EmbeddedPostgres postgres;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("postgres keeper").unstarted(this::keep);

    private Keeper(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Keeper of(EmbeddedPostgres postgres) {
        var keeper = new Keeper(postgres);
        keeper.thread.start();
        return keeper;
    }

    private void keep() {
        try {
            int pause = PAUSE_SECONDS;
            while (!closed.await(pause, TimeUnit.SECONDS)) {
                pause = runs() ? PAUSE_SECONDS : Math.min(2 * pause, LONGEST_PAUSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean runs() {
        try {
            if (postgres.revive()) {
                LOG.warn("PostgreSQL was gone, and has been started again: {}", postgres.jdbcUrl());
            }
            return true;
        } catch (PostgresUnavailable e) {
            LOG.error("PostgreSQL is gone, and does not start again: {}", e.getMessage());
            return false;
        }
    }

    /** Ends the watch; a start that is under way comes to its end first. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
