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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A form of JSON documents, as a JSON Schema (2020-12) among our resources states it. Thread-safe. */
final class JsonForm {

    private final Schema schema;

    private JsonForm(Schema schema) {
        this.schema = schema;
    }

    /** The form that {@code /schema/NAME.schema.json} states. */
    static JsonForm named(String name) {
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (var in = Objects.requireNonNull(
                JsonForm.class.getResourceAsStream("/schema/" + name + ".schema.json"), "schema")) {
            return new JsonForm(registry.getSchema(in, InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the document is not of this form. */
    List<Error> faults(JsonNode document) {
        return schema.validate(document);
    }

    /** Where a fault is, as a JSON Pointer (RFC 6901); empty for the whole document. */
    static String pointer(Error fault) {
        return Objects.toString(fault.getInstanceLocation(), "");
    }

    /** Tells a fault by its line, or by that of a node around it. */
    static void tell(Problems problems, JsonNode around, Error fault) {
        var node = Objects.requireNonNullElse(fault.getInstanceNode(), around);
        String pointer = pointer(fault).isEmpty() ? "the document" : pointer(fault);
        problems.error(JsonText.line(node), "%s: %s".formatted(pointer, fault.getMessage()));
    }
}
