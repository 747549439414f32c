package org.evidencewatch.score;

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

/** The form of a rubric, which {@code schema/rubric.schema.json} (JSON Schema 2020-12) states. */
final class RubricSchema {

    private static final Schema SCHEMA = schema();

    private RubricSchema() {}

    /** What is wrong with the form, by JSON pointer. */
    static List<Error> faults(JsonNode rubric) {
        return SCHEMA.validate(rubric);
    }

    private static Schema schema() {
        var config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (var in = Objects.requireNonNull(
                RubricSchema.class.getResourceAsStream("/schema/rubric.schema.json"), "schema")) {
            return registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
