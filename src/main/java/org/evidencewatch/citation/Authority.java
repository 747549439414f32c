package org.evidencewatch.citation;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * On whose word a citation is changed.
 *
 * @param decision the decision that demands it; empty where a person repairs it beside the queue
 * @param reviewer 1 to {@value #LONGEST_NAME} characters
 * @param why in the reviewer's words, 1 to {@value #LONGEST_WHY} characters
 */
public record Authority(Optional<Long> decision, String reviewer, String why, Instant at) {

    /** Characters in a name. */
    public static final int LONGEST_NAME = 100;
    /** Characters in an explanation. */
    public static final int LONGEST_WHY = 4_000;

    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]");

    /** Trims the texts. Throws IllegalArgumentException for what {@link #objection} objects to. */
    public Authority {
        reviewer = reviewer.strip();
        why = why.strip();
        objection(reviewer, why).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** What is wrong with these words, as a sentence for the person who typed them. */
    public static Optional<String> objection(String reviewer, String why) {
        return objection("name of the reviewer", reviewer, "explanation (why)", why);
    }

    /** The same, where the one who typed them knows them by other names. */
    public static Optional<String> objection(String name, String reviewer, String explanation, String why) {
        return flaw(name, reviewer.strip(), LONGEST_NAME).or(() -> flaw(explanation, why.strip(), LONGEST_WHY));
    }

    private static Optional<String> flaw(String what, String text, int longest) {
        if (text.isEmpty()) {
            return Optional.of("the " + what + " is missing");
        }
        if (text.length() > longest) {
            return Optional.of("the %s is longer than %d characters".formatted(what, longest));
        }
        return NO_TEXT.matcher(text).find()
                ? Optional.of("the " + what + " holds a control character")
                : Optional.empty();
    }
}
