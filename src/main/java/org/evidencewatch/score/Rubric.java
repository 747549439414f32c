package org.evidencewatch.score;

import java.util.List;
import java.util.Optional;

/**
 * By what records are scored.
 *
 * @param id name and version, such as {@code CES-1.1}
 * @param sample whether weights and points are only samples: whatever shows a score of it says so
 * @param digest SHA-256 of its file, in hexadecimal digits
 * @param criteria one for each dimension but billing, whose weights sum to 100
 * @param bands the best first; every score is in exactly one
 */
public record Rubric(String id, boolean sample, String digest, List<Criterion> criteria, List<Band> bands) {

    static final int BEST = 100;

    public Rubric {
        criteria = List.copyOf(criteria);
        bands = List.copyOf(bands);
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != BEST) {
            throw new IllegalArgumentException("the weights of " + id + " sum to " + sum + ", not to 100");
        }
    }

    /**
     * The grade of a score.
     *
     * @param score 0 to 100
     */
    public String grade(int score) {
        return bands.stream()
                .filter(band -> band.holds(score))
                .findFirst()
                .map(Band::grade)
                .orElseThrow(() -> new IllegalArgumentException(id + " has no grade for " + score));
    }

    /** What to say beside any score of it; empty where nothing need be said. */
    public Optional<String> caveat() {
        return caveat(id, sample);
    }

    static Optional<String> caveat(String id, boolean sample) {
        return sample
                ? Optional.of("The weights and points of %s are sample values, not the published ones.".formatted(id))
                : Optional.empty();
    }
}
