package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.fetch.FetchSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/** src/docs/settings.md names every setting that the program reads, with its default, and no other. */
class SettingsTest {

    private static final int MOST_OWN_KEYS = 40;

    /** A row: name, maybe a kind, default, words. */
    private static final Pattern OWN =
            Pattern.compile("^\\| `(EVIDENCE_[A-Z_]+)` \\|[^|]+\\| ?(?:`([^`]*)`)? ?\\| .+\\|$");

    private static final Pattern OF_SPRING = Pattern.compile("^\\| `([a-z][a-z.-]+)` \\| ?(?:`([^`]*)`)? ?\\| .+\\|$");
    private static final Pattern VALUE = Pattern.compile("@Value\\(\"\\$\\{(evidence\\.[a-z.-]+):([^}]*)}\"\\)");
    private static final Pattern LITERAL = Pattern.compile("\"(EVIDENCE_[A-Z_]*[A-Z])\"");
    private static final Pattern SHELL = Pattern.compile("\\$\\{(EVIDENCE_[A-Z_]+):-([^}$]*)}");

    /** Said by the launcher, not by operators. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("EVIDENCE_ROOT");

    @Test
    void everySettingOfOursIsDocumentedWithItsDefault() throws Exception {
        Map<String, String> read = ownKeys();

        assertThat(documented(OWN)).isEqualTo(read);
        assertThat(read).hasSizeLessThanOrEqualTo(MOST_OWN_KEYS);
    }

    @Test
    void theFileOfDefaultsSaysTheSame() throws Exception {
        Map<String, String> own = documented(OWN);
        Map<String, String> ofSpring = documented(OF_SPRING);
        Map<String, String> file = file();

        file.forEach((key, value) -> {
            if (key.startsWith("evidence.")) {
                assertThat(own).as(key).containsEntry(variable(key), value);
            }
        });
        Set<String> known = springKeys();
        ofSpring.forEach((key, value) -> {
            assertThat(known.contains(key) || key.startsWith("logging.level.") || key.contains(".hikari."))
                    .as(key)
                    .isTrue();
            assertThat(file.getOrDefault(key, "")).as(key).isEqualTo(value);
        });
    }

    private static Map<String, String> ownKeys() throws Exception {
        Map<String, String> keys = new TreeMap<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            matches(VALUE, text).forEach(found -> keys.put(variable(found.group(1)), found.group(2)));
            matches(LITERAL, text).forEach(found -> keys.putIfAbsent(found.group(1), ""));
        }
        for (Path file : List.of(
                Path.of("evidence"),
                Path.of("src/main/resources/logback.xml"),
                Path.of("src/main/resources/log/text.xml"))) {
            matches(SHELL, Files.readString(file)).forEach(found -> keys.put(found.group(1), found.group(2)));
        }
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("org.evidencewatch")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            properties(type, type.getAnnotation(ConfigurationProperties.class).value(), keys);
        }
        keys.put("EVIDENCE_FETCH_USER_AGENT", FetchSettings.DEFAULTS.userAgent());
        keys.put("EVIDENCE_FETCH_HOST_DELAY", FetchSettings.DEFAULTS.hostDelay().toString());
        keys.keySet().removeAll(OF_THE_LAUNCHER);
        return keys;
    }

    private static void properties(Class<?> type, String prefix, Map<String, String> keys) {
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            String key = prefix + "."
                    + parameter.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (parameter.getType().isRecord()) {
                properties(parameter.getType(), key, keys);
            } else {
                keys.put(
                        variable(key),
                        Optional.ofNullable(parameter.getAnnotation(DefaultValue.class))
                                .map(value -> String.join(",", value.value()))
                                .orElse(""));
            }
        }
    }

    private static Map<String, String> documented(Pattern row) throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/docs/settings.md"))) {
            var found = row.matcher(line);
            if (found.matches()) {
                rows.put(found.group(1), Optional.ofNullable(found.group(2)).orElse(""));
            }
        }
        return rows;
    }

    private static Map<String, String> file() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("config/application.yaml"));
        return Optional.ofNullable(yaml.getObject()).orElseThrow().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toString(),
                        each -> each.getValue().toString()));
    }

    /** What Spring Boot says of itself. */
    private static Set<String> springKeys() throws IOException {
        List<String> names = new ArrayList<>();
        for (var resource : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
            try (var in = resource.getInputStream()) {
                JsonMapper.shared()
                        .readTree(in)
                        .path("properties")
                        .forEach(each -> names.add(each.path("name").asString()));
            }
        }
        return Set.copyOf(names);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
