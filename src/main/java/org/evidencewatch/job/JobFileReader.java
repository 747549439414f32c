package org.evidencewatch.job;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one job file. Goes on after an error, so that one reading tells all that is wrong with the file. */
final class JobFileReader {

    private static final List<String> WORDS = List.of("about", "reads", "writes", "restart");
    private static final List<String> REQUIRED = List.of("name", "cron", "zone", "about", "reads", "writes", "restart");
    private static final List<String> KEYS =
            List.of("name", "cron", "zone", "parameters", "about", "reads", "writes", "restart");

    private final String file;
    private final List<JobFileError> errors = new ArrayList<>();

    private JobFileReader(String file) {
        this.file = file;
    }

    /** The job, or what is wrong. */
    static JobFiles read(String file, String text) {
        var reader = new JobFileReader(file);
        var job = reader.job(text);
        return new JobFiles(reader.errors.isEmpty() ? job.stream().toList() : List.of(), reader.errors);
    }

    private Optional<JobFile> job(String text) {
        try {
            return switch (new Yaml().compose(new StringReader(text))) {
                case MappingNode mapping -> job(mapping);
                case null -> refused(1, "the file is empty");
                case Node other -> refused(line(other), "expected keys and values");
            };
        } catch (MarkedYAMLException e) {
            return refused(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, e.getProblem());
        } catch (YAMLException e) {
            return refused(1, String.valueOf(e.getMessage()));
        }
    }

    private Optional<JobFile> job(MappingNode mapping) {
        var values = values(mapping, Set.copyOf(KEYS));
        REQUIRED.stream()
                .filter(key -> !values.containsKey(key))
                .forEach(key -> refused(line(mapping), "missing key '" + key + "'"));
        var name = scalar(values.get("name")).filter(this::namesThisFile);
        var words =
                WORDS.stream().flatMap(key -> scalar(values.get(key)).stream()).toList();
        var zone = scalar(values.get("zone")).flatMap(this::zone);
        var cron = scalar(values.get("cron")).filter(this::validCron);
        var parameters = parameters(values.get("parameters"));
        if (name.isEmpty() || words.size() < WORDS.size() || zone.isEmpty() || cron.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new JobFile(
                name.get().getValue(),
                cron.get().getValue(),
                zone.get(),
                texts(parameters),
                new JobFile.About(text(words.get(0)), text(words.get(1)), text(words.get(2)), text(words.get(3))),
                lines(parameters)));
    }

    private static String text(ScalarNode words) {
        return words.getValue().strip();
    }

    private static Map<String, String> texts(Map<String, ScalarNode> parameters) {
        return parameters.entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().getValue()));
    }

    private static Map<String, Integer> lines(Map<String, ScalarNode> parameters) {
        return parameters.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> line(entry.getValue())));
    }

    /** The values by key. With no known keys given, every key is one. */
    private Map<String, Node> values(MappingNode mapping, Set<String> known) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            var key = scalar(tuple.getKeyNode()).map(ScalarNode::getValue).orElse("");
            if (!known.isEmpty() && !known.contains(key)) {
                var meant = NearMatch.of(key, KEYS).stream().findFirst().map(near -> ", did you mean '" + near + "'?");
                refused(line(tuple.getKeyNode()), "unknown key '" + key + "'" + meant.orElse("; known are " + KEYS));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                refused(line(tuple.getKeyNode()), "key '" + key + "' stands twice");
            }
        }
        return values;
    }

    private Map<String, ScalarNode> parameters(@Nullable Node node) {
        Map<String, ScalarNode> parameters = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            values(mapping, Set.of())
                    .forEach((key, value) -> scalar(value).ifPresent(text -> parameters.put(key, text)));
        } else if (node != null) {
            refused(line(node), "parameters must be keys and values");
        }
        return parameters;
    }

    private Optional<ScalarNode> scalar(@Nullable Node node) {
        return switch (node) {
            case null -> Optional.empty();
            case ScalarNode scalar ->
                scalar.getValue().isBlank() ? refused(line(node), "empty value") : Optional.of(scalar);
            case Node other -> refused(line(other), "expected one value");
        };
    }

    private boolean namesThisFile(ScalarNode name) {
        var expected = file.substring(0, file.length() - JobFiles.ENDING.length());
        if (!name.getValue().equals(expected)) {
            refused(line(name), "name '" + name.getValue() + "' is not the file's: '" + expected + "'");
        }
        return name.getValue().equals(expected);
    }

    private Optional<ZoneId> zone(ScalarNode zone) {
        try {
            return Optional.of(ZoneId.of(zone.getValue()));
        } catch (DateTimeException e) {
            var meant = NearMatch.of(zone.getValue(), ZoneId.getAvailableZoneIds()).stream()
                    .findFirst();
            return refused(
                    line(zone),
                    "no time zone is called '" + zone.getValue() + "'"
                            + meant.map(near -> ", did you mean '" + near + "'?")
                                    .orElse(""));
        }
    }

    private boolean validCron(ScalarNode cron) {
        try {
            Cron.parse(cron.getValue(), ZoneId.of("UTC"));
            return true;
        } catch (IllegalArgumentException e) {
            refused(line(cron), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private <T> Optional<T> refused(int line, String reason) {
        errors.add(new JobFileError(file, line, reason));
        return Optional.empty();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
