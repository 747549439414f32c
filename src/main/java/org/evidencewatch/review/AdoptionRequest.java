package org.evidencewatch.review;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That a person wants the whole index scored by the rubric in force.
 *
 * @param by who, 1 to {@value #LONGEST_NAME} characters
 * @param why in that person's words, 1 to {@value #LONGEST_WHY} characters
 * @param sampleValues whether a rubric may be adopted whose weights and points are only samples
 */
public record AdoptionRequest(String by, String why, boolean sampleValues) {

    /** Characters in a name. */
    public static final int LONGEST_NAME = 100;

    /** Characters in an explanation. */
    public static final int LONGEST_WHY = 4000;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");

    /** Trims the texts. Throws IllegalArgumentException for what {@link #objection} objects to. */
    public AdoptionRequest {
        by = by.strip();
        why = why.strip();
        objection(by, why).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** What is wrong with these words, as a sentence for the person who typed them. */
    public static Optional<String> objection(String by, String why) {
        return flaw("name (--by)", by, LONGEST_NAME).or(() -> flaw("explanation (--why)", why, LONGEST_WHY));
    }

    private static Optional<String> flaw(String what, String text, int longest) {
        if (text.isBlank()) {
            return Optional.of("the " + what + " is missing");
        }
        if (CONTROL.matcher(text).find()) {
            return Optional.of("the " + what + " holds a control character");
        }
        return text.strip().length() > longest
                ? Optional.of("the " + what + " is longer than " + longest + " characters")
                : Optional.empty();
    }
}
