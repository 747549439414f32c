package org.evidencewatch.postgres;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of what a backup holds. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
