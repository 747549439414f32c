package org.evidencewatch.web.night;

import java.util.Optional;

/** Keys of rows as they come in addresses. */
final class Keys {

    private static final int LONGEST = 18;

    private Keys() {}

    /** The key; empty where the word is none, so that no row has it. */
    static Optional<Long> read(String word) {
        boolean key =
                !word.isEmpty() && word.length() <= LONGEST && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return key ? Optional.of(Long.valueOf(word)) : Optional.empty();
    }
}
