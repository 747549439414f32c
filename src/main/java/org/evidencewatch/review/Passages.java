package org.evidencewatch.review;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the passages of a change as its row keeps them. */
final class Passages {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Passages() {}

    /**
     * The passages in {@code reasons}, in their order. A page that is gone may have none: then what is known of the
     * change stands in for them, so that the list is never empty.
     */
    static List<Reason> read(String reasons, String kind, int severity) {
        List<Reason> passages =
                JSON.readTree(reasons).valueStream().map(Passages::passage).toList();
        return passages.isEmpty() ? List.of(new Reason(kind, Optional.empty(), Optional.empty(), severity)) : passages;
    }

    private static Reason passage(JsonNode node) {
        return new Reason(
                node.path("code").asString(),
                text(node.path("before")),
                text(node.path("after")),
                node.path("severity").asInt());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }
}
