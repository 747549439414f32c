package org.evidencewatch.company;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a data set that was exported, one company after another, so that a large one fits into memory. One wrong company
 * leaves the others whole; a file that breaks off, or whose head is wrong, holds none.
 */
final class DataSetReader {

    private static final int MOST_COMPANIES = 100_000;
    private static final String COMPANIES = "companies";

    private static final class Form {
        static final JsonForm DATA_SET = JsonForm.named("open-data");
    }

    private final Address.Reader addresses;
    private final Problems problems;
    private final List<PublishedCompany> companies = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private int count;

    DataSetReader(Address.Reader addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    List<PublishedCompany> read(String text) {
        return JsonText.read(text, problems, this::document)
                        .filter(whole -> whole)
                        .isPresent()
                ? companies
                : List.of();
    }

    /** Whether its head is as it should be. */
    private boolean document(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            if (key.equals(COMPANIES) && array) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    company(JsonText.tree(parser));
                }
                head.putArray(COMPANIES);
            } else {
                head.set(key, JsonText.tree(parser));
            }
        }
        var faults = Form.DATA_SET.faults(head);
        faults.forEach(fault -> tell(head, fault, JsonForm.pointer(fault)));
        if (count > MOST_COMPANIES) {
            problems.error(1, "the data set has %d companies; at most %d".formatted(count, MOST_COMPANIES));
        }
        return faults.isEmpty() && count <= MOST_COMPANIES;
    }

    private void company(JsonNode node) {
        String pointer = "/" + COMPANIES + "/" + count++;
        if (count > MOST_COMPANIES) {
            return;
        }
        var faults = faults(node);
        faults.forEach(fault -> tell(node, fault, pointer + within(fault)));
        int before = problems.errorCount();
        if (!faults.isEmpty() || !JsonText.isText(node, pointer, problems)) {
            return;
        }
        var company = new DataSetRecord(addresses, problems, pointer).read(node);
        if (company.isEmpty() || problems.errorCount() > before) {
            return;
        }
        String slug = company.get().slug();
        Integer first = lines.putIfAbsent(slug, JsonText.line(node));
        if (first != null) {
            problems.error(
                    JsonText.line(node), "%s: company '%s' stands at line %d already".formatted(pointer, slug, first));
            return;
        }
        companies.add(company.get());
    }

    /** The company in a document of its own, whose head cannot be wrong. */
    private static List<Error> faults(JsonNode company) {
        var document = JsonNodeFactory.instance.objectNode().put("$schema", DataSetJson.SCHEMA);
        document.put("schemaVersion", "1.0");
        document.putArray(COMPANIES).add(company);
        return Form.DATA_SET.faults(document);
    }

    private static String within(Error fault) {
        return JsonForm.pointer(fault).replaceFirst("^/" + COMPANIES + "/0", "");
    }

    private void tell(JsonNode at, Error fault, String pointer) {
        var node = Objects.requireNonNullElse(fault.getInstanceNode(), at);
        String place = pointer.isEmpty() ? "the document" : pointer;
        problems.error(JsonText.line(node), "%s: %s".formatted(place, fault.getMessage()));
    }
}
