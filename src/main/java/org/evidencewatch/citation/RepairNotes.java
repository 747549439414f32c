package org.evidencewatch.citation;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.citation.Repair.Replacement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a repair is written down: two objects {@code {url, title, accessed?, kind, quote?, retired}}, the citation before and
 * what stands in its place, with what it takes to undo it.
 */
final class RepairNotes {

    private static final String REPLACEMENT = "replacement";
    private static final String CLAIMS = "claims";

    private final JsonMapper json = new JsonMapper();

    /** The citation before; under {@code replacement}, what the other one was, where that was there. */
    String before(Repair repair) {
        ObjectNode note = json.valueToTree(repair.was());
        repair.replacement()
                .flatMap(Replacement::was)
                .ifPresent(other -> note.set(REPLACEMENT, json.<JsonNode>valueToTree(other)));
        return note.toString();
    }

    /** What stands in its place; under {@code claims}, those that rest on another citation by it. */
    String after(Repair repair) {
        ObjectNode note = json.valueToTree(repair.now());
        repair.replacement().map(Replacement::claims).ifPresent(claims -> {
            var ids = note.putArray(CLAIMS);
            claims.forEach(ids::add);
        });
        return note.toString();
    }

    /** The repair of which these notes were made. */
    Repair read(Repair.Kind kind, long citation, Optional<Long> replacement, String before, String after) {
        var was = json.readTree(before);
        var now = json.readTree(after);
        return new Repair(
                kind,
                citation,
                state(was),
                state(now),
                replacement.map(other -> new Replacement(other, other(was), claims(now))));
    }

    private Optional<CitationState> other(JsonNode before) {
        return before.has(REPLACEMENT) ? Optional.of(state(before.path(REPLACEMENT))) : Optional.empty();
    }

    private CitationState state(JsonNode note) {
        return json.treeToValue(note, CitationState.class);
    }

    private static List<Long> claims(JsonNode after) {
        return after.path(CLAIMS).valueStream().map(JsonNode::asLong).toList();
    }
}
