package org.evidencewatch.postgres;

/**
 * The embedded PostgreSQL cannot be used. The message is written for the person at the keyboard: what went wrong, where,
 * and what to do about it.
 */
public final class PostgresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresUnavailable(String message) {
        super(message);
    }

    PostgresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
