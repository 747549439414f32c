package org.evidencewatch.extract;

import java.util.Optional;

/** The number of a post as platforms write it: decimal, or letters and digits to the base 36. */
final class PostNumber {

    private static final int LETTERS = 36;
    private static final int LONGEST = 12;

    private PostNumber() {}

    static Optional<Long> of(String written) {
        String digits = written.strip();
        if (digits.isEmpty() || digits.length() > LONGEST || !digits.chars().allMatch(PostNumber::digit)) {
            return Optional.empty();
        }
        boolean decimal = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return Optional.of(Long.parseLong(digits, decimal ? 10 : LETTERS));
    }

    private static boolean digit(int c) {
        return c < 128 && Character.digit(c, LETTERS) >= 0;
    }
}
