package org.evidencewatch.company;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A correction of a published record, which a person decided. Says what was changed and on what ground, and nobody's name.
 *
 * @param id made of what it says: the same correction has the same id wherever it is read
 * @param decided when
 * @param kind what was decided, such as {@code material-worse}
 * @param basis what it rests on
 * @param revision the revision of the record that it made; empty where only a citation was repaired
 * @param before score and grade until then
 * @param claims those that it changed
 * @param repair what it changed of a citation
 * @param page the canonical address of the page that it is about
 * @param told how the page differs
 * @param snapshotBefore SHA-256 of the page's body before
 * @param snapshotAfter SHA-256 of the page's body that was decided on
 */
public record Correction(
        UUID id,
        Instant decided,
        String kind,
        Basis basis,
        Optional<Integer> revision,
        Mark before,
        Mark after,
        List<ClaimChange> claims,
        Optional<Repair> repair,
        Optional<String> page,
        List<Told> told,
        Optional<String> snapshotBefore,
        Optional<String> snapshotAfter) {

    static final int MOST_TOLD = 50;

    /** What gave cause to a correction. */
    public enum Basis {
        /** A change of the page that a later read agreed with. */
        CONFIRMED_CHANGE("confirmed-change"),
        /** The page stayed away for days. */
        LASTING_ABSENCE("lasting-absence"),
        /** The company or a reader said that the record was wrong. */
        DISPUTE("dispute"),
        /** What a reviewer saw, where the record itself did not move. */
        REVIEW("review");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        /** The word for it in files. */
        public String word() {
            return word;
        }
    }

    /** Score and grade, so far as they are published. */
    public record Mark(Optional<Integer> score, Optional<String> grade) {

        /** Nothing is published. */
        public static final Mark NONE = new Mark(Optional.empty(), Optional.empty());

        public Mark {
            score.filter(s -> s < 0 || s > 100).ifPresent(s -> {
                throw new IllegalArgumentException("score " + s + " is not within 0..100");
            });
            grade.ifPresent(Limit.GRADE::require);
        }
    }

    /** A claim before and after; one of them may be missing, not both. */
    public record ClaimChange(Dimension dimension, int ordinal, Optional<String> before, Optional<String> after) {

        public ClaimChange {
            before.ifPresent(Limit.STATEMENT::require);
            after.ifPresent(Limit.STATEMENT::require);
            if (before.equals(after)) {
                throw new IllegalArgumentException("claim %s/%d did not change".formatted(dimension.key(), ordinal));
            }
        }
    }

    /**
     * A citation before and after.
     *
     * @param kind {@code moved}, {@code requoted}, {@code retired}, {@code merged} or {@code split}
     */
    public record Repair(String kind, Cited before, Cited after) {

        public Repair {
            Told.requireCode(kind);
        }
    }

    /** What is told of a citation; empty where it says nothing. */
    public record Cited(Optional<String> url, Optional<String> quote) {

        public Cited {
            url.ifPresent(Limit.URL::require);
            quote.ifPresent(Limit.QUOTE::require);
        }
    }

    public Correction {
        Told.requireCode(kind);
        page.ifPresent(Limit.URL::require);
        snapshotBefore.ifPresent(LastConfirmed::requireDigest);
        snapshotAfter.ifPresent(LastConfirmed::requireDigest);
        claims = List.copyOf(claims);
        told = List.copyOf(told);
        if (told.size() > MOST_TOLD) {
            throw new IllegalArgumentException(told.size() + " differences; at most " + MOST_TOLD);
        }
    }

    /** The id as a URI (RFC 9562, section 4). */
    public String urn() {
        return "urn:uuid:" + id;
    }
}
