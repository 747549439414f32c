package org.evidencewatch.company;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.serialization.node.TokenStreamLocationAware;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a tree whose nodes know their lines; no key twice, no deeper than {@value #DEPTH}, nothing behind the end. */
final class JsonText {

    private static final int DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The tree; empty when the problem is told. */
    static Optional<JsonNode> parse(String text, Problems problems) {
        return read(text, problems, JsonText::tree);
    }

    /** What is made of the text, all of which must be read; empty when the problem is told. */
    static <T> Optional<T> read(String text, Problems problems, Function<JsonParser, T> reading) {
        try (var parser = MAPPER.createParser(text)) {
            T read = reading.apply(parser);
            if (parser.nextToken() != null) {
                problems.error(parser.currentTokenLocation().getLineNr(), "the document goes on behind its end");
                return Optional.empty();
            }
            return Optional.of(read);
        } catch (UnexpectedEndOfInputException e) {
            problems.error(
                    line(e),
                    "the file ends at line %d in the middle of the JSON; nothing was loaded".formatted(line(e)));
        } catch (StreamConstraintsException e) {
            problems.error(line(e), "a JSON limit is passed (%d levels deep at most): %s".formatted(DEPTH, first(e)));
        } catch (JacksonException e) {
            problems.error(line(e), "this is no JSON as it should be: " + first(e));
        }
        return Optional.empty();
    }

    /** The value at which the parser stands, or the next. */
    static JsonNode tree(JsonParser parser) {
        var nodes = LocationJsonNodeFactoryFactory.getInstance().getJsonNodeFactory(parser);
        return MAPPER.reader().with(nodes).readTree(parser);
    }

    /** The line on which a value stands. */
    static int line(JsonNode node) {
        return node instanceof TokenStreamLocationAware aware
                ? Math.max(1, aware.tokenStreamLocation().getLineNr())
                : 1;
    }

    /** Whether every string below is text that can be stored; tells which are not. */
    static boolean isText(JsonNode node, String at, Problems problems) {
        boolean text = true;
        if (node.isString()) {
            var bad = Limit.NO_TEXT.matcher(node.asString());
            if (bad.find()) {
                int character = node.asString().codePointAt(bad.start());
                problems.error(line(node), "%s: it holds the control character U+%04X".formatted(at, character));
                return false;
            }
        }
        for (var property : node.properties()) {
            text &= isText(property.getValue(), at + "/" + property.getKey(), problems);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            text &= isText(node.get(i), at + "/" + i, problems);
        }
        return text;
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    private static String first(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
