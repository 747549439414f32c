package org.evidencewatch.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API (OpenAPI 3.1) says beside what the methods say themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "The request cannot be understood",
            "401", "There is no valid token",
            "403", "The token may not do that");

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Evidence Watch")
                        .version("1")
                        .description("What the desk in the browser does, for programs. Lists go on with the cursor "
                                + "in next; errors are problem details (RFC 9457)."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer problemsAndTokens() {
        return (operation, method) -> {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            ALWAYS.forEach((code, why) -> expect(operation, code, why));
            boolean names = method.getMethodParameters().length > 0
                    && operation.getParameters() != null
                    && operation.getParameters().stream().anyMatch(each -> "path".equals(each.getIn()));
            if (names) {
                expect(operation, "404", "Nothing of that name is there");
            }
            if (operation.getRequestBody() != null) {
                expect(operation, "413", "The body is too long");
            }
            operation.getResponses().forEach((code, response) -> {
                if (code.startsWith("4")) {
                    response.setContent(content());
                }
            });
            return operation;
        };
    }

    private static void expect(Operation operation, String code, String why) {
        operation.getResponses().putIfAbsent(code, new ApiResponse().description(why));
    }

    private static Content content() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema<?> problem() {
        var problem = new JsonSchema();
        problem.addType("object");
        problem.setDescription("Problem details (RFC 9457). A 412 has the item as it is now in item.");
        problem.addProperty("title", of("string"));
        problem.addProperty("status", of("integer"));
        problem.addProperty("detail", of("string"));
        problem.addProperty("instance", of("string"));
        var errors = of("array");
        errors.setItems(of("string"));
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<?> of(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
