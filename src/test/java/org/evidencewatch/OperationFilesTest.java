package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What operators install is well-formed, and speaks of settings and files that there are. */
class OperationFilesTest {

    private static final Path FILES = Path.of("src/main/operations");
    private static final Pattern VARIABLE = Pattern.compile("\\b((?:EVIDENCE|SERVER)_[A-Z_]+)\\b");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");

    @TempDir
    Path folder;

    @Test
    void systemdTakesTheUnit() throws IOException, InterruptedException {
        String root = Path.of("").toAbsolutePath().toString();
        String unit = Files.readString(FILES.resolve("evidence-watch.service")).replace("/opt/evidence-watch", root);
        Path here = Files.writeString(folder.resolve("evidence-watch.service"), unit);
        assumeTrue(
                List.of("/usr/bin/systemd-analyze", "/bin/systemd-analyze").stream()
                        .anyMatch(tool -> Files.isExecutable(Path.of(tool))),
                "left out: the unit of systemd, since this machine has no systemd-analyze (apt-get install systemd)");

        Process verify = new ProcessBuilder("systemd-analyze", "verify", here.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verify.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(verify.exitValue()).as(said).isZero();
        assertThat(said).doesNotContain("evidence-watch.service:");
    }

    @Test
    void everyVariableInThemIsASetting() throws IOException {
        String settings = Files.readString(Path.of("src/docs/settings.md"));
        for (String name :
                List.of("compose.yaml", "Containerfile", "evidence-watch.service", "Caddyfile", "nginx.conf")) {
            Set<String> variables = VARIABLE.matcher(Files.readString(FILES.resolve(name)))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(variables)
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(settings)
                            .as(name + ": " + variable)
                            .containsAnyOf("| `" + variable + "` |", "| `" + property(variable) + "` |"));
        }
    }

    @Test
    void composeHasBothServicesAndNoSecret() throws IOException {
        JsonNode services = yaml("compose.yaml").path("services");

        assertThat(services.propertyNames()).containsExactly("database", "evidence-watch");
        assertThat(services.path("database").path("image").asString()).endsWith("postgres:18");
        services.forEach(service -> service.path("environment").properties().forEach(variable -> {
            if (variable.getKey().contains("PASSWORD") || variable.getKey().contains("TOKEN")) {
                assertThat(variable.getValue().asString())
                        .as(variable.getKey())
                        .startsWith("${")
                        .endsWith("}");
            }
        }));
        JsonNode build = services.path("evidence-watch").path("build");
        assertThat(FILES.resolve(build.path("context").asString())
                        .resolve(build.path("dockerfile").asString()))
                .exists();
    }

    @Test
    void theContainerIsMadeOfFilesThatThereAreAndRunsAsNobodyOfTheHost() throws IOException {
        String file = Files.readString(FILES.resolve("Containerfile"));
        List<String> copied = new ArrayList<>();
        COPIED.matcher(file)
                .results()
                .forEach(found -> copied.addAll(List.of(found.group(1).split(" "))));

        assertThat(copied)
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
        assertThat(file).contains("\nUSER 10001\n", "\nHEALTHCHECK ").doesNotContain(":latest", "PASSWORD", "TOKEN");
        assertThat(file.lines().filter(line -> line.startsWith("FROM")))
                .allMatch(line -> line.matches("FROM \\S+:\\S+.*"));
    }

    @Test
    void dashboardAndRulesAreWellFormed() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(FILES.resolve("grafana-dashboard.json")));
        assertThat(dashboard.path("panels")).hasSizeGreaterThan(10).allSatisfy(panel -> {
            assertThat(panel.path("title").asString()).isNotBlank();
            assertThat(panel.path("targets")).isNotEmpty();
        });
        String operations = Files.readString(Path.of("src/docs/operations.md"));
        List<String> alerts = yaml("prometheus-rules.yaml").findValuesAsString("alert");
        assertThat(alerts)
                .hasSizeGreaterThan(5)
                .allSatisfy(alert ->
                        assertThat(operations).as("what to do when " + alert).contains("`" + alert + "`"));
        assertThat(yaml("prometheus.yaml").propertyNames()).contains("rule_files", "scrape_configs");
    }

    private static JsonNode yaml(String name) throws IOException {
        return new YAMLMapper().readTree(Files.readString(FILES.resolve(name)));
    }

    /** As Spring Boot takes a property from the environment, without its dashes. */
    private static String property(String variable) {
        return Map.of(
                        "SERVER_FORWARD_HEADERS_STRATEGY", "server.forward-headers-strategy",
                        "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES", "server.tomcat.remoteip.internal-proxies")
                .getOrDefault(variable, variable.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
