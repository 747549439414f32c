package org.evidencewatch.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something on its way, the same at every attempt.
 *
 * @param id tells repetitions of it apart from others
 * @param subject words of our own and numbers only
 * @param body the bytes as they are sent
 * @param writtenAt when it was posted
 * @param attempt which attempt this is, from 1
 */
record Letter(UUID id, String channel, String subject, byte[] body, Instant writtenAt, int attempt) {

    /** Why it was written. */
    enum Sort {
        DIGEST,
        URGENT,
        NEWS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
