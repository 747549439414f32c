package org.evidencewatch.company;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.company.Correction.Basis;
import org.evidencewatch.company.Correction.Cited;
import org.evidencewatch.company.Correction.ClaimChange;
import org.evidencewatch.company.Correction.Mark;
import org.evidencewatch.company.Correction.Repair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Corrections, and reasons to score again, as JSON and back. What is read must fit the schema, or be our own. */
public final class CorrectionJson {

    /** The id of what was not given one yet (RFC 9562, section 5.9). */
    public static final UUID UNNAMED = new UUID(0, 0);

    private static final String URN = "urn:uuid:";

    private CorrectionJson() {}

    /** The correction as the data set has it. */
    public static ObjectNode tree(Correction correction) {
        var node = node(correction.urn(), correction.decided(), correction.kind());
        node.put("basis", correction.basis().word());
        correction.revision().ifPresent(number -> {
            node.put("revision", number);
            mark(node.putObject("before"), correction.before());
            mark(node.putObject("after"), correction.after());
        });
        if (!correction.claims().isEmpty()) {
            var claims = node.putArray("claims");
            correction.claims().forEach(claim -> claim(claims.addObject(), claim));
        }
        correction.repair().ifPresent(repair -> repair(node.putObject("repair"), repair));
        page(node, correction.page(), correction.told());
        DataSetJson.put(node, "snapshotBefore", correction.snapshotBefore());
        DataSetJson.put(node, "snapshotAfter", correction.snapshotAfter());
        return node;
    }

    /** The reason as the data set has it. */
    public static ObjectNode tree(RescoreReason reason) {
        var node = node(reason.urn(), reason.decided(), reason.kind());
        page(node, reason.page(), reason.told());
        return node;
    }

    /** The correction with the id that its content and company make. */
    public static Correction identified(String company, Correction correction) {
        return new Correction(
                name(company, tree(correction)),
                correction.decided(),
                correction.kind(),
                correction.basis(),
                correction.revision(),
                correction.before(),
                correction.after(),
                correction.claims(),
                correction.repair(),
                correction.page(),
                correction.told(),
                correction.snapshotBefore(),
                correction.snapshotAfter());
    }

    /** The reason with the id that its content and company make. */
    public static RescoreReason identified(String company, RescoreReason reason) {
        return new RescoreReason(
                name(company, tree(reason)), reason.decided(), reason.kind(), reason.page(), reason.told());
    }

    /** What stands in that node. */
    public static Correction correction(JsonNode node) {
        return new Correction(
                id(node),
                Instant.parse(node.path("decided").asString()),
                node.path("kind").asString(),
                basis(node),
                number(node, "revision"),
                mark(node.path("before")),
                mark(node.path("after")),
                node.path("claims").valueStream().map(CorrectionJson::claim).toList(),
                node.has("repair") ? Optional.of(repair(node.path("repair"))) : Optional.empty(),
                words(node, "page"),
                told(node),
                words(node, "snapshotBefore"),
                words(node, "snapshotAfter"));
    }

    /** What stands in that node. */
    public static RescoreReason reason(JsonNode node) {
        return new RescoreReason(
                id(node),
                Instant.parse(node.path("decided").asString()),
                node.path("kind").asString(),
                words(node, "page"),
                told(node));
    }

    /** The value of a string, if the node has it. */
    static Optional<String> words(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }

    private static ObjectNode node(String id, Instant decided, String kind) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("decided", decided.toString());
        node.put("kind", kind);
        return node;
    }

    private static UUID name(String company, ObjectNode node) {
        node.remove("id");
        return UUID.nameUUIDFromBytes((company + "\n" + node).getBytes(UTF_8));
    }

    private static void page(ObjectNode node, Optional<String> page, List<Told> told) {
        DataSetJson.put(node, "page", page);
        if (!told.isEmpty()) {
            var differences = node.putArray("differences");
            told.forEach(each -> {
                var difference = differences.addObject().put("code", each.code());
                DataSetJson.put(difference, "before", each.before());
                DataSetJson.put(difference, "after", each.after());
            });
        }
    }

    private static List<Told> told(JsonNode node) {
        return node.path("differences")
                .valueStream()
                .map(each -> new Told(each.path("code").asString(), words(each, "before"), words(each, "after")))
                .toList();
    }

    private static void mark(ObjectNode node, Mark mark) {
        mark.score().ifPresent(score -> node.put("score", score));
        DataSetJson.put(node, "grade", mark.grade());
    }

    private static Mark mark(JsonNode node) {
        return new Mark(number(node, "score"), words(node, "grade"));
    }

    private static void claim(ObjectNode node, ClaimChange claim) {
        node.put("dimension", claim.dimension().key());
        node.put("ordinal", claim.ordinal());
        DataSetJson.put(node, "before", claim.before());
        DataSetJson.put(node, "after", claim.after());
    }

    private static ClaimChange claim(JsonNode node) {
        var dimension = Dimension.withKey(node.path("dimension").asString());
        return new ClaimChange(
                dimension.orElseThrow(), node.path("ordinal").asInt(), words(node, "before"), words(node, "after"));
    }

    private static void repair(ObjectNode node, Repair repair) {
        node.put("kind", repair.kind());
        cited(node.putObject("before"), repair.before());
        cited(node.putObject("after"), repair.after());
    }

    private static void cited(ObjectNode node, Cited cited) {
        DataSetJson.put(node, "url", cited.url());
        DataSetJson.put(node, "quote", cited.quote());
    }

    private static Repair repair(JsonNode node) {
        return new Repair(node.path("kind").asString(), cited(node.path("before")), cited(node.path("after")));
    }

    private static Cited cited(JsonNode node) {
        return new Cited(words(node, "url"), words(node, "quote"));
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asString().substring(URN.length()));
    }

    private static Basis basis(JsonNode node) {
        String word = node.path("basis").asString();
        return Arrays.stream(Basis.values())
                .filter(basis -> basis.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no basis of a correction"));
    }

    private static Optional<Integer> number(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asInt()) : Optional.empty();
    }
}
