package org.evidencewatch.score;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML as a tree whose nodes know their lines; no key twice, no deeper than {@value #DEPTH}, one document. */
final class YamlText {

    private static final int DEPTH = 16;

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlText() {}

    /**
     * The tree; empty where it is none.
     *
     * @param problems is told the line, from 1, and the reason
     */
    static Optional<JsonNode> parse(String text, BiConsumer<Integer, String> problems) {
        try (var parser = MAPPER.createParser(text)) {
            var nodes = LocationJsonNodeFactoryFactory.getInstance().getJsonNodeFactory(parser);
            JsonNode tree = MAPPER.reader().with(nodes).readTree(parser);
            if (tree == null || tree.isMissingNode()) {
                problems.accept(1, "the file is empty");
                return Optional.empty();
            }
            if (parser.nextToken() != null) {
                problems.accept(parser.currentTokenLocation().getLineNr(), "a second document begins");
                return Optional.empty();
            }
            return Optional.of(tree);
        } catch (JacksonException e) {
            problems.accept(
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
                    "this is no YAML as it should be: " + first(e));
            return Optional.empty();
        }
    }

    /** The line on which a value stands. */
    static int line(JsonNode node) {
        return node instanceof TokenStreamLocationAware aware && aware.tokenStreamLocation() != null
                ? Math.max(1, aware.tokenStreamLocation().getLineNr())
                : 1;
    }

    private static String first(JacksonException e) {
        return Objects.toString(e.getOriginalMessage(), e.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
