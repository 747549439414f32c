package org.evidencewatch.company;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads records in the JSON form, which {@code schema/company-records.schema.json} (JSON Schema 2020-12) states. One
 * wrong record leaves the others of its file whole; a file that is no JSON holds none.
 */
final class JsonRecords {

    private static final class Form {
        static final Schema SCHEMA = SchemaFile.of("company-records");
    }

    private final Address.Reader addresses;
    private final Problems problems;

    JsonRecords(Address.Reader addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    List<CompanyRecord> read(String text) {
        return JsonText.parse(text, problems).map(this::records).orElse(List.of());
    }

    private List<CompanyRecord> records(JsonNode tree) {
        var records = new ArrayList<CompanyRecord>();
        var lines = new HashMap<String, Integer>();
        var faults = Form.SCHEMA.validate(tree);
        var companies = tree.path("companies");
        if (!companies.isArray()) {
            record(tree, "", faults, lines).ifPresent(records::add);
            return records;
        }
        var ofFile = faults.stream()
                .filter(fault -> !SchemaFile.pointer(fault).startsWith("/companies/"))
                .toList();
        if (!ofFile.isEmpty()) {
            ofFile.forEach(fault -> tell(tree, fault));
            return records;
        }
        for (int i = 0; i < companies.size(); i++) {
            record(companies.get(i), "/companies/" + i, faults, lines).ifPresent(records::add);
        }
        return records;
    }

    private Optional<CompanyRecord> record(
            JsonNode node, String pointer, List<Error> faults, Map<String, Integer> lines) {
        var own = faults.stream()
                .filter(fault -> (SchemaFile.pointer(fault) + "/").startsWith(pointer + "/"))
                .toList();
        own.forEach(fault -> tell(node, fault));
        int before = problems.errorCount();
        if (!own.isEmpty()) {
            return Optional.empty();
        }
        var record = new JsonRecord(addresses, problems, pointer).read(node);
        if (record.isEmpty() || problems.errorCount() > before) {
            return Optional.empty();
        }
        Integer first = lines.putIfAbsent(record.get().slug(), JsonText.line(node));
        if (first != null) {
            problems.error(
                    JsonText.line(node),
                    "%s: company '%s' stands at line %d already"
                            .formatted(pointer, record.get().slug(), first));
            return Optional.empty();
        }
        return record;
    }

    private void tell(JsonNode at, Error fault) {
        var node = Objects.requireNonNullElse(fault.getInstanceNode(), at);
        String pointer = SchemaFile.pointer(fault).isEmpty() ? "the document" : SchemaFile.pointer(fault);
        problems.error(JsonText.line(node), "%s: %s".formatted(pointer, fault.getMessage()));
    }
}
