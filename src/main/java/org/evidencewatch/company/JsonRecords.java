package org.evidencewatch.company;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        static final Schema SCHEMA = schema();
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
                .filter(fault -> !pointer(fault).startsWith("/companies/"))
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
                .filter(fault -> (pointer(fault) + "/").startsWith(pointer + "/"))
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
        String pointer = pointer(fault).isEmpty() ? "the document" : pointer(fault);
        problems.error(JsonText.line(node), "%s: %s".formatted(pointer, fault.getMessage()));
    }

    private static String pointer(Error fault) {
        return Objects.toString(fault.getInstanceLocation(), "");
    }

    private static Schema schema() {
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (var in = Objects.requireNonNull(
                JsonRecords.class.getResourceAsStream("/schema/company-records.schema.json"), "schema")) {
            return registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
