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
import java.util.Locale;
import java.util.Objects;

/** Our own JSON Schemas (2020-12), and how their faults are read. */
final class SchemaFile {

    private SchemaFile() {}

    /** @param name as in {@code schema/NAME.schema.json} */
    static Schema of(String name) {
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try (var in = Objects.requireNonNull(
                SchemaFile.class.getResourceAsStream("/schema/" + name + ".schema.json"), name)) {
            return registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the fault is in the document (RFC 6901). */
    static String pointer(Error fault) {
        return Objects.toString(fault.getInstanceLocation(), "");
    }
}
