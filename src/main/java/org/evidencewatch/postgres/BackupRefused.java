package org.evidencewatch.postgres;

/** A backup that cannot be brought in. The message is written for the person at the keyboard. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }
}
