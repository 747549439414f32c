package org.evidencewatch.company;

import com.networknt.schema.Error;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Reads disputes in the JSON form, which {@code schema/disputes.schema.json} (JSON Schema 2020-12) states. One wrong dispute
 * leaves the others of its file whole. What is told of a wrong one never repeats who sent it.
 */
final class JsonDisputes {

    private static final class Form {
        static final JsonForm DISPUTES = JsonForm.named("disputes");
    }

    private final Address.Reader addresses;
    private final Problems problems;

    JsonDisputes(Address.Reader addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    List<Dispute> read(JsonNode tree) {
        var faults = Form.DISPUTES.faults(tree);
        var ofFile = faults.stream()
                .filter(fault -> !JsonForm.pointer(fault).startsWith("/disputes/"))
                .toList();
        ofFile.forEach(fault -> JsonForm.tell(problems, tree, fault));
        var disputes = tree.path("disputes");
        return ofFile.isEmpty()
                ? IntStream.range(0, disputes.size())
                        .mapToObj(i -> dispute(disputes.get(i), "/disputes/" + i, faults))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private Optional<Dispute> dispute(JsonNode node, String pointer, List<Error> faults) {
        int before = problems.errorCount();
        faults.stream()
                .filter(fault -> (JsonForm.pointer(fault) + "/").startsWith(pointer + "/"))
                .forEach(fault -> JsonForm.tell(problems, node, fault));
        if (problems.errorCount() == before && JsonText.isText(node, pointer, problems)) {
            node.path("urls").forEach(url -> check(url, pointer));
        }
        return problems.errorCount() == before ? Optional.of(dispute(node)) : Optional.empty();
    }

    private void check(JsonNode url, String pointer) {
        switch (addresses.read(url.asString())) {
            case Address.Page page -> {}
            case Address.Broken broken ->
                problems.error(
                        JsonText.line(url),
                        "%s/urls: '%s' is no address of a page: %s"
                                .formatted(pointer, PageCollector.title(url.asString()), broken.reason()));
        }
    }

    private static Dispute dispute(JsonNode node) {
        return new Dispute(
                JsonText.line(node),
                node.path("company").asString(),
                Dispute.Party.valueOf(node.path("party").asString().toUpperCase(Locale.ROOT)),
                words(node, "dimension").flatMap(Dimension::withKey),
                node.path("statement").asString(),
                node.path("urls").valueStream().map(JsonNode::asString).toList(),
                words(node, "contact"),
                LocalDate.parse(node.path("received").asString()));
    }

    private static Optional<String> words(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }
}
