package org.evidencewatch.company;

import java.util.List;

/**
 * One fact that a record states.
 *
 * @param urls the pages that it names, as written
 */
public record Claim(Dimension dimension, String statement, List<String> urls) {

    public Claim {
        require(dimension, statement);
        urls = List.copyOf(urls);
    }

    /** Throws IllegalArgumentException for words that no claim may state. */
    public static void require(Dimension dimension, String statement) {
        if (Limit.STATEMENT.require(statement).isBlank()) {
            throw new IllegalArgumentException("an empty claim in " + dimension.key());
        }
    }
}
