package org.evidencewatch.review;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.change.Reason;

/**
 * What a record stands to lose by a reason, which is the order of the queue. Pure.
 *
 * <p>{@link #priority} is the product of four things: how probable it is that the change is real and material; the loss: points
 * of the score by the rubric, and {@value #GRADE} more for each grade, or by severity where the rubric has no weight for it; how
 * long it waits; and how few other pages support the fact.
 *
 * @param probability 0 to 1
 * @param points of the score that would move under the rubric; its sign is lost
 * @param scoreBefore as published
 * @param citationsLeft pages that support the fact beside the one in question
 * @param proposal the edits that a material answer would make
 * @param touched keys of the dimensions in question
 * @param lines what moves the score, line by line
 */
public record Stake(
        double probability,
        int points,
        Optional<Integer> scoreBefore,
        Optional<Integer> scoreAfter,
        Optional<String> gradeBefore,
        Optional<String> gradeAfter,
        int citationsLeft,
        List<ClaimEdit> proposal,
        List<String> touched,
        List<String> lines) {

    /** Points of the score that a change of grade is worth. */
    static final int GRADE = 10;

    private static final double LONG = Duration.ofDays(14).toMinutes();

    /** Of 26 pairs of real pages with an altered fact, 25 had changed in what matters (see src/docs/quality.md). */
    private static final double OF_FACTS = 0.96;

    public Stake {
        proposal = List.copyOf(proposal);
        touched = List.copyOf(touched);
        lines = List.copyOf(lines);
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException("a probability of " + probability);
        }
    }

    /** One of which nothing is worked out yet: by its severity alone. */
    static Stake unknown(Lane lane, int severity) {
        return new Stake(
                probability(lane, severity, List.of()),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * How probable it is that a change is real and material. For changes of words by the share of labelled pairs of real pages
     * that were material at that severity: none below 15, about half at 35, nine of ten from 50. For the other lanes an estimate.
     */
    static double probability(Lane lane, int severity, List<Reason> passages) {
        return switch (lane) {
            case CHANGED, LOST_QUOTE ->
                passages.stream().anyMatch(Reason::ofFact) ? OF_FACTS : Math.clamp((severity - 12) / 42.0, 0.02, 0.95);
            case GONE -> 0.8;
            case DISPUTED -> 0.5;
            case MOVED, CANNOT_READ, STALE -> 0.3;
        };
    }

    /** What would become of the published score. */
    public Decision.Moved moved() {
        return new Decision.Moved(scoreBefore, gradeBefore, scoreAfter, gradeAfter);
    }

    /** Whether the published grade would become another. */
    public boolean movesGrade() {
        return !gradeBefore.equals(gradeAfter);
    }

    /** What it is worth to look at it before others. */
    public double priority(int severity, Duration age) {
        return probability * loss(severity) * patience(age) * scarcity();
    }

    /** The priority as a sentence. */
    public String explained(int severity, Duration age) {
        return String.format(
                Locale.ENGLISH,
                "%.1f = %.2f likely to be real and material x %s x %.2f for %d days of waiting x %.2f for %s",
                priority(severity, age),
                probability,
                worth(severity),
                patience(age),
                Math.max(0, age.toDays()),
                scarcity(),
                citationsLeft == 1 ? "1 other page that supports it" : citationsLeft + " other pages that support it");
    }

    private String worth(int severity) {
        if (Math.abs(points) + grade() <= bySeverity(severity)) {
            return String.format(Locale.ENGLISH, "%.1f for severity %d", bySeverity(severity), severity);
        }
        String grades = movesGrade() ? " and a grade" : "";
        return String.format(
                Locale.ENGLISH, "%d for %d points%s", Math.abs(points) + grade(), Math.abs(points), grades);
    }

    private double loss(int severity) {
        return Math.max(Math.abs(points) + grade(), bySeverity(severity));
    }

    private int grade() {
        return movesGrade() ? GRADE : 0;
    }

    private static double bySeverity(int severity) {
        return severity / 10.0;
    }

    private static double patience(Duration age) {
        return 1 + Math.clamp(age.toMinutes() / LONG, 0.0, 1.0);
    }

    private double scarcity() {
        return 1 + 1.0 / (1 + citationsLeft);
    }
}
