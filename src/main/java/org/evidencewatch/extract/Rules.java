package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import tools.jackson.databind.JsonNode;

/** Turns the selectors and expressions of a profile into what is matched; one that cannot be parsed is told by its line. */
final class Rules {

    private final String file;
    private final YamlTree yaml;
    private final List<PlatformError> errors;

    Rules(String file, YamlTree yaml, List<PlatformError> errors) {
        this.file = file;
        this.yaml = yaml;
        this.errors = errors;
    }

    void refuse(String pointer, String reason) {
        errors.add(new PlatformError(file, yaml.line(pointer), pointer + ": " + reason));
    }

    /** The selector at a key; empty where the key is not there. */
    Optional<Evaluator> selector(JsonNode node, String pointer, String key) {
        return node.has(key) ? selector(node.path(key).asString(), pointer + "/" + key) : Optional.empty();
    }

    Optional<Evaluator> selector(String css, String pointer) {
        try {
            return Optional.of(QueryParser.parse(css));
        } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
            refuse(pointer, "no CSS selector that we can read: '" + css + "': " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /** The selectors of a list. */
    List<Evaluator> selectors(JsonNode node, String pointer, String key) {
        var selectors = new ArrayList<Evaluator>();
        JsonNode listed = node.path(key);
        for (int i = 0; i < listed.size(); i++) {
            selector(listed.get(i).asString(), pointer + "/" + key + "/" + i).ifPresent(selectors::add);
        }
        return selectors;
    }

    /** One selector for what any of a list selects. */
    Optional<Evaluator> anyOf(JsonNode node, String pointer, String key) {
        JsonNode listed = node.path(key);
        boolean sound = selectors(node, pointer, key).size() == listed.size();
        if (listed.isEmpty() || !sound) {
            return Optional.empty();
        }
        var all = new ArrayList<String>();
        listed.forEach(css -> all.add(css.asString()));
        return Optional.of(QueryParser.parse(String.join(", ", all)));
    }

    /** The expression at a key, which minds no case; empty where the key is not there. */
    Optional<Pattern> pattern(JsonNode node, String pointer, String key) {
        if (!node.has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Pattern.compile(node.path(key).asString(), Pattern.CASE_INSENSITIVE | Pattern.MULTILINE));
        } catch (PatternSyntaxException wrong) {
            refuse(
                    pointer + "/" + key,
                    "no regular expression: " + wrong.getDescription() + " near index " + wrong.getIndex() + " of '"
                            + wrong.getPattern() + "'");
            return Optional.empty();
        }
    }

    /** Where something is written: one place, or several in order. */
    List<Spot> spots(JsonNode node, String pointer, String key) {
        JsonNode listed = node.path(key);
        String inner = pointer + "/" + key;
        if (listed.isObject()) {
            return List.of(spot(listed, inner));
        }
        var spots = new ArrayList<Spot>();
        for (int i = 0; i < listed.size(); i++) {
            spots.add(spot(listed.get(i), inner + "/" + i));
        }
        return spots;
    }

    private Spot spot(JsonNode spot, String pointer) {
        Optional<Pattern> pattern = pattern(spot, pointer, "pattern");
        if (pattern.isPresent() && pattern.get().matcher("").groupCount() == 0) {
            refuse(pointer + "/pattern", "has no group for what is meant");
        }
        Optional<String> attribute =
                spot.has("attribute") ? Optional.of(spot.path("attribute").asString()) : Optional.empty();
        return new Spot(selector(spot, pointer, "at"), attribute, pattern);
    }
}
