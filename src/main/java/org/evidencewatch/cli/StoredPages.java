package org.evidencewatch.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;

/** How a file of stored pages is answered. */
interface StoredPages {

    /** Begins to answer the lines, in any order; those without text are left out. */
    List<StoredLine> submit(List<String> lines, Executor threads);

    /** The lines of a file. */
    static List<StoredLine> parse(List<String> lines) {
        var parsed = new ArrayList<StoredLine>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                parsed.add(StoredLine.parse(i + 1, lines.get(i)));
            }
        }
        return parsed;
    }

    /** Answers a line, or says why not. */
    static void answer(StoredLine line, Callable<Assessment> assessment) {
        try {
            line.answer().complete(assessment.call());
        } catch (Exception | StackOverflowError failed) {
            line.answer().completeExceptionally(failed);
        }
    }

    /**
     * The text under a name.
     *
     * @throws IllegalArgumentException where the line has none
     */
    static String required(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("no field '" + field + "'");
        }
        return value.asString();
    }

    /** The page's address; empty where the line has none, or none that is an address. */
    static Optional<URI> url(JsonNode row) {
        try {
            return row.path("url").isString()
                    ? Optional.of(URI.create(row.path("url").asString()))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
