package org.evidencewatch.review;

import java.security.SecureRandom;
import java.util.Base64;
import org.evidencewatch.company.Sha256;

/** Passwords and tokens that nobody can guess. */
final class Secrets {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final int TOKEN_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A password of more than 120 bits, in groups, to be typed off. */
    static String password() {
        var password = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP; at++) {
            password.append(at > 0 && at % GROUP == 0 ? "-" : "");
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** A token of 256 bits, with a prefix by which a leaked one is recognised. */
    static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return "ewt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a token. It is random throughout, so that a fast hash without salt will do. */
    static String digest(String token) {
        return Sha256.of(token);
    }
}
