package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.web.Program.json;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class OpenApiTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    private JsonNode description;

    @BeforeEach
    void fetch() {
        description =
                json(Program.of(port, Role.READER, "rita", accounts, tokens).get("/api/v1/openapi"));
    }

    @Test
    void describesEveryRouteOfTheApiAndNothingElse() {
        Set<String> described = new HashSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = Routes.table().stream()
                .filter(rule -> rule.path().getPatternString().startsWith("/api/v1/"))
                .filter(rule -> !rule.path().getPatternString().startsWith("/api/v1/openapi"))
                .map(rule -> rule.method() + " " + rule.path().getPatternString())
                .collect(Collectors.toSet());

        assertThat(description.path("openapi").asString()).startsWith("3.1.");
        assertThat(described).isEqualTo(routes).hasSizeGreaterThan(20);
    }

    @Test
    void everyOperationSaysWhatItDoesWhatItAnswersAndThatItAsksForAToken() {
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    assertThat(operation.path("summary").asString())
                            .as(path.getKey())
                            .isNotEmpty();
                    assertThat(operation.path("security").toString())
                            .as(path.getKey())
                            .contains("token");
                    JsonNode answers = operation.path("responses");
                    assertThat(answers.propertyNames()).as(path.getKey()).contains("400", "401", "403");
                    assertThat(answers.propertyNames()).as(path.getKey()).anyMatch(code -> code.startsWith("2"));
                    answers.properties().forEach(answer -> {
                        if (answer.getKey().startsWith("4")) {
                            assertThat(answer.getValue().path("content").propertyNames())
                                    .as(path.getKey())
                                    .containsExactly("application/problem+json");
                        }
                    });
                }));
    }

    @Test
    void everyReferenceLeadsToASchema() {
        var schemas = description.at("/components/schemas").propertyNames();
        assertThat(description.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(schemas).contains(reference.substring("#/components/schemas/".length())));
    }
}
