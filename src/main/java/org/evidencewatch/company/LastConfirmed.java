package org.evidencewatch.company;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last time that a page bore something out.
 *
 * @param at when the page was read, or when the reviewer saw it; to the microsecond, as the database keeps it
 * @param snapshot SHA-256 of the page's body at that time, in hex
 */
public record LastConfirmed(Instant at, String snapshot, Seer by) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Who saw the page so. */
    public enum Seer {
        MACHINE("machine"),
        /** It was brought by a person, since no machine may or can read it. */
        REVIEWER("reviewer");

        private final String word;

        Seer(String word) {
            this.word = word;
        }

        /** The word for it in files and in the database. */
        public String word() {
            return word;
        }

        /** The one with exactly this word. */
        public static Optional<Seer> ofWord(String word) {
            return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
        }
    }

    public LastConfirmed {
        at = at.truncatedTo(ChronoUnit.MICROS);
        requireDigest(snapshot);
    }

    static void requireDigest(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("'" + digest + "' is no SHA-256");
        }
    }
}
