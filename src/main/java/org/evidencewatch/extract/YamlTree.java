package org.evidencewatch.extract;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A YAML file as a tree whose values know their lines. No key twice, no deeper than {@value #DEEPEST}. */
final class YamlTree {

    private static final int DEEPEST = 12;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final List<PlatformError> errors;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode root;

    private YamlTree(String file, Node root, List<PlatformError> errors) {
        this.file = file;
        this.errors = errors;
        this.root = converted(root, "", 0);
    }

    /** The tree; empty where the text is no YAML, which is then told. */
    static Optional<YamlTree> parse(String file, String text, List<PlatformError> errors) {
        int before = errors.size();
        try {
            Node node = new Yaml().compose(new StringReader(text));
            if (node == null) {
                errors.add(new PlatformError(file, 1, "the file is empty"));
                return Optional.empty();
            }
            var tree = new YamlTree(file, node, errors);
            return errors.size() == before ? Optional.of(tree) : Optional.empty();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            errors.add(new PlatformError(file, line, String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            errors.add(new PlatformError(file, 1, String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    JsonNode root() {
        return root;
    }

    /** The line of the value that a JSON pointer names, or of the nearest one around it. */
    int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    private JsonNode converted(Node node, String pointer, int depth) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (depth > DEEPEST) {
            return refused(pointer, "nested deeper than " + DEEPEST);
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, depth);
            case SequenceNode sequence -> array(sequence, pointer, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> refused(pointer, "unexpected " + node.getNodeId());
        };
    }

    private JsonNode object(MappingNode mapping, String pointer, int depth) {
        var object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
            String inner = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            lines.put(inner, tuple.getKeyNode().getStartMark().getLine() + 1);
            if (object.has(key)) {
                refused(inner, "key '" + key + "' stands twice");
            }
            object.set(key, converted(tuple.getValueNode(), inner, depth + 1));
        }
        return object;
    }

    private JsonNode array(SequenceNode sequence, String pointer, int depth) {
        var array = JSON.arrayNode();
        for (Node value : sequence.getValue()) {
            array.add(converted(value, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (scalar.getTag().equals(Tag.INT) && value.matches("\\d{1,9}")) {
            return JSON.numberNode(Integer.parseInt(value));
        }
        return JSON.stringNode(value);
    }

    private JsonNode refused(String pointer, String reason) {
        errors.add(new PlatformError(file, line(pointer), reason));
        return JSON.nullNode();
    }
}
