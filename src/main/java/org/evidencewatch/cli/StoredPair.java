package org.evidencewatch.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two stored pages of one address, as a line of the pairs file names them. Other fields of the line are not read.
 *
 * @param url empty where the line has none, or none that is an address
 */
record StoredPair(String id, Optional<URI> url, Path before, Path after) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param file the pairs file; paths of pages are relative to it
     * @throws IllegalArgumentException where the line is no such pair; the message says why
     */
    static StoredPair parse(String line, Path file) {
        try {
            JsonNode row = JSON.readTree(line);
            return new StoredPair(
                    required(row, "id"),
                    optional(row, "url").flatMap(StoredPair::address),
                    file.resolveSibling(required(row, "before_file")),
                    file.resolveSibling(required(row, "after_file")));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static String required(JsonNode row, String field) {
        return optional(row, field).orElseThrow(() -> new IllegalArgumentException("no field '" + field + "'"));
    }

    private static Optional<String> optional(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
