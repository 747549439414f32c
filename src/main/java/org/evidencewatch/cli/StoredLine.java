package org.evidencewatch.cli;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a file of stored pages, with what will be said of it.
 *
 * @param number its place in the file, from 1
 * @param row what stands in it; null where it is no JSON object, and the answer is that
 */
record StoredLine(int number, @Nullable JsonNode row, CompletableFuture<Assessment> answer) {

    private static final JsonMapper JSON = new JsonMapper();

    static StoredLine parse(int number, String line) {
        var answer = new CompletableFuture<Assessment>();
        try {
            JsonNode row = JSON.readTree(line);
            if (row.isObject()) {
                return new StoredLine(number, row, answer);
            }
            answer.completeExceptionally(new IllegalArgumentException("no JSON object"));
        } catch (JacksonException malformed) {
            answer.completeExceptionally(
                    new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed));
        }
        return new StoredLine(number, null, answer);
    }

    /** Text under a name; empty where there is none. */
    String text(String field) {
        return row != null && row.path(field).isString() ? row.path(field).asString() : "";
    }
}
