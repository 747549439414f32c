package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.select.Evaluator;
import tools.jackson.databind.JsonNode;

/** Reads one platform profile. Goes on after an error, so that one reading tells all that is wrong with the file. */
final class PlatformReader {

    private static final String ENDING = ".yaml";
    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private final Rules rules;
    private final JsonNode root;
    private final String id;

    private PlatformReader(String id, JsonNode root, Rules rules) {
        this.id = id;
        this.root = root;
        this.rules = rules;
    }

    /** A profile, and the tree it was read from. */
    record Read(Platform platform, JsonNode tree) {}

    /** The profile; empty where something is wrong with it, which is then told. */
    static Optional<Read> read(String file, String text, List<PlatformError> errors) {
        int before = errors.size();
        Optional<YamlTree> yaml = YamlTree.parse(file, text, errors);
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        JsonNode tree = yaml.get().root();
        for (var fault : PlatformSchema.faults(tree)) {
            String pointer = Objects.toString(fault.getInstanceLocation(), "");
            errors.add(new PlatformError(
                    file, yaml.get().line(pointer), (pointer.isEmpty() ? "" : pointer + ": ") + fault.getMessage()));
        }
        if (errors.size() > before) {
            return Optional.empty();
        }
        String id = file.substring(0, file.length() - ENDING.length());
        Platform platform = new PlatformReader(id, tree, new Rules(file, yaml.get(), errors)).platform();
        return errors.size() == before ? Optional.of(new Read(platform, tree)) : Optional.empty();
    }

    private Platform platform() {
        List<Marker> markers = markers();
        if (markers.size() < Platform.CONVINCING && !id.equals(Platform.GENERIC)) {
            rules.refuse("/detection", "a platform is told by two markers that stand in different places at least");
        }
        if (!markers.isEmpty() && markers.stream().allMatch(Marker::dear)) {
            rules.refuse(
                    "/detection", "one marker at least must be neither inline nor element: these are asked second");
        }
        return new Platform(
                id,
                markers,
                rules.pattern(root, "", "identity").filter(this::identifies).map(Identity::new),
                containers(),
                rules.selectors(root, "", "title"),
                rules.anyOf(root, "", "noise"),
                states(),
                posts(),
                endpoint());
    }

    private boolean identifies(Pattern pattern) {
        boolean named = pattern.namedGroups().containsKey(Identity.ID);
        if (!named) {
            rules.refuse("/identity", "has no group named '" + Identity.ID + "'");
        }
        return named;
    }

    /** Empty where the profile names none, or one whose form we cannot read. */
    private Optional<Endpoint> endpoint() {
        JsonNode endpoint = root.path("endpoint");
        String template = endpoint.path("template").asString("");
        Optional<Endpoint> read = EndpointForm.ofWord(endpoint.path("reads").asString(""))
                .flatMap(
                        form -> rules.pattern(endpoint, "/endpoint", "at").map(at -> new Endpoint(template, at, form)));
        read.ifPresent(this::check);
        return read;
    }

    private void check(Endpoint endpoint) {
        if (!endpoint.template().startsWith("/")) {
            rules.refuse(
                    "/endpoint/template", "an endpoint that is read is on the page's own host, and begins with '/'");
        }
        Set<String> missing = new TreeSet<>(endpoint.parts());
        missing.add(Identity.ID);
        missing.removeAll(endpoint.at().namedGroups().keySet());
        if (!missing.isEmpty()) {
            rules.refuse("/endpoint/at", "has no group named '" + String.join("', '", missing) + "'");
        }
    }

    private List<Marker> markers() {
        var markers = new ArrayList<Marker>();
        JsonNode listed = root.path("detection");
        for (int i = 0; i < listed.size(); i++) {
            marker(listed.get(i), "/detection/" + i).ifPresent(markers::add);
        }
        return markers;
    }

    private Optional<Marker> marker(JsonNode marker, String pointer) {
        String key = marker.propertyNames().iterator().next();
        String value = marker.path(key).asString();
        return switch (key) {
            case "id" -> Optional.of(new Marker.Name("#" + value));
            case "class" -> Optional.of(new Marker.Name("." + value));
            case "element" -> rules.selector(marker, pointer, key).map(Marker.Shown::new);
            default ->
                Platform.place(key)
                        .flatMap(place ->
                                rules.pattern(marker, pointer, key).map(pattern -> new Marker.Words(place, pattern)));
        };
    }

    private List<Platform.Container> containers() {
        var containers = new ArrayList<Platform.Container>();
        JsonNode listed = root.path("content");
        for (int i = 0; i < listed.size(); i++) {
            boolean all = listed.get(i).isObject();
            Optional<Evaluator> selector = all
                    ? rules.selector(listed.get(i), "/content/" + i, "all")
                    : rules.selector(listed.get(i).asString(), "/content/" + i);
            selector.ifPresent(element -> containers.add(new Platform.Container(element, all)));
        }
        return containers;
    }

    private List<StateRule> states() {
        var states = new ArrayList<StateRule>();
        JsonNode listed = root.path("states");
        for (int i = 0; i < listed.size(); i++) {
            JsonNode rule = listed.get(i);
            String pointer = "/states/" + i;
            states.add(new StateRule(
                    PageState.valueOf(rule.path("state").asString()),
                    rule.path("code").asString(),
                    rules.pattern(rule, pointer, "says"),
                    rules.selector(rule, pointer, "shows"),
                    rules.pattern(rule, pointer, "at"),
                    rule.path("within").asInt(ANY_LENGTH)));
        }
        return states;
    }

    private Optional<PostRules> posts() {
        JsonNode posts = root.path("posts");
        String at = "/posts";
        Optional<Evaluator> post = rules.selector(posts, at, "post");
        Optional<Evaluator> body = rules.selector(posts, at, "body");
        return post.flatMap(one -> body.map(words -> new PostRules(
                one,
                words,
                rules.spots(posts, at, "number"),
                rules.spots(posts, at, "author"),
                rules.spots(posts, at, "date"),
                rules.selector(posts, at, "staff"),
                rules.spots(posts, at, "rank"),
                rules.pattern(posts, at, "staff-rank"),
                rules.selector(posts, at, "accepted"),
                rules.selector(posts, at, "quote"),
                rules.pattern(posts, at, "hidden"),
                rules.selector(posts, at, "more"),
                posts.has("preloaded"),
                flags(posts))));
    }

    private Map<TopicFlag, PostRules.FlagRule> flags(JsonNode posts) {
        var flags = new EnumMap<TopicFlag, PostRules.FlagRule>(TopicFlag.class);
        Stream.of(TopicFlag.values()).forEach(flag -> {
            String key = flag.name().toLowerCase(Locale.ROOT);
            JsonNode rule = posts.path(key);
            if (rule.isObject()) {
                flags.put(
                        flag,
                        new PostRules.FlagRule(
                                rules.selector(rule, "/posts/" + key, "shows"),
                                rules.pattern(rule, "/posts/" + key, "says")));
            }
        });
        return flags;
    }
}
