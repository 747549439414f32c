package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the program, as the mappings have them, asked for by everybody that there is. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class AccessTest {

    /** Spring's own page for failures; it is reached by failing only. */
    private static final String ERROR = "/error";

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private DataSource database;

    @LocalServerPort
    private int port;

    private record Route(HttpMethod method, String pattern) {

        String path() {
            return pattern.replaceAll("\\{[^}]+}", "4711").replace("**", "x");
        }

        boolean program() {
            return pattern.startsWith("/api/") || pattern.equals("/metrics");
        }
    }

    @BeforeEach
    void oneOfEachRole() {
        new Rows(database).clear();
        for (Role role : Role.values()) {
            accounts.add("a " + role.word(), "password of a " + role.word(), role, "test");
        }
    }

    @Test
    void everyRouteHasARule() {
        assertThat(routes())
                .allSatisfy(route -> assertThat(Routes.rule(route.method().name(), route.path()))
                        .as(route.toString())
                        .isPresent());
        assertThat(routes()).hasSizeGreaterThan(15);
    }

    @Test
    void everyRuleHasARoute() {
        Set<String> filters = Set.of("/assets/{*file}", "/webjars/htmx.org/{*file}", "/logout", "/api/v1/openapi");
        assertThat(Routes.table())
                .allSatisfy(rule -> assertThat(filters.contains(rule.path().getPatternString())
                                || rule.path().getPatternString().equals("/login")
                                || routes().contains(new Route(
                                        rule.method(), rule.path().getPatternString())))
                        .as(rule.toString())
                        .isTrue());
    }

    @Test
    void strangersAreSentToTheLogin() {
        for (Route route : routes()) {
            var answer = new Visitor(port).send(route.method().name(), route.path(), Map.of());
            if (least(route).isEmpty()) {
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            } else if (route.program()) {
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(401);
                assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
            } else {
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(302);
                assertThat(location(answer)).as(route.toString()).contains("/login");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleMayWhatTheTableSays(Role role) {
        var person = new Visitor(port);
        person.login("a " + role.word(), "password of a " + role.word());
        String secret = ((Tokens.Issue.Issued) tokens.issue("a " + role.word(), "test", role)).secret();
        for (Route route : routes()) {
            var answer = route.program()
                    ? new Visitor(port).program(route.method().name(), route.path(), secret)
                    : asked(person, route);
            boolean allowed = least(route).map(role::covers).orElse(true);
            assertThat(answer.statusCode() != 403 && !location(answer).contains("/login"))
                    .as("%s by a %s: %d", route, role.word(), answer.statusCode())
                    .isEqualTo(allowed);
            assertThat(answer.statusCode()).as(route + " by a " + role.word()).isLessThan(500);
            await().pollDelay(Duration.ZERO)
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(borrowed())
                            .as("connections that " + route + " keeps")
                            .isZero());
        }
    }

    private int borrowed() {
        return ((HikariDataSource) database).getHikariPoolMXBean().getActiveConnections();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        accounts.add("dora", "password of dora", Role.ADMIN, "test");
        var dora = new Visitor(port);
        dora.login("dora", "password of dora");
        assertThat(dora.get("/accounts").statusCode()).isEqualTo(200);

        accounts.entitle("dora", Role.READER, "test");
        assertThat(dora.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(dora.get("/queue").statusCode()).isEqualTo(200);
        accounts.disable("dora", "test");
        assertThat(location(dora.get("/queue"))).endsWith("/login?expired");
        assertThat(location(new Visitor(port).login("dora", "password of dora")))
                .endsWith("/login?wrong");
    }

    @Test
    void whatIsInNoRuleIsThereForNobody() {
        var admin = new Visitor(port);
        admin.login("a admin", "password of a admin");

        for (String path : List.of(
                "/no/such/page",
                "/actuator",
                "/actuator/env",
                "/actuator/prometheus",
                "/metrics/x",
                "/api/v2/x",
                "/webjars/other/x.js",
                "/swagger-ui.html")) {
            assertThat(admin.get(path).statusCode()).as(path).isIn(401, 404);
            assertThat(new Visitor(port).get(path).statusCode()).as(path).isIn(302, 401);
        }
        assertThat(new Visitor(port).get("/assets/evidence.css").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).get("/webjars/htmx.org/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void noLoginLeadsToAnotherHost() {
        for (String elsewhere :
                List.of("//evil.example/", "/\\evil.example", "https:evil.example", "/%2f%2fevil.example")) {
            var visitor = new Visitor(port);
            visitor.get(
                    elsewhere.startsWith("h")
                            ? "/login?continue=" + elsewhere
                            : "/login?x=" + elsewhere.replace("\\", "%5C"));
            assertThat(location(visitor.login("a reader", "password of a reader")))
                    .matches("(http://127\\.0\\.0\\.1:" + port + ")?/queue(\\?continue)?");
        }
    }

    private HttpResponse<String> asked(Visitor who, Route route) {
        return route.method().equals(HttpMethod.POST)
                ? who.post("/me", route.path(), Map.of())
                : who.send(route.method().name(), route.path(), Map.of());
    }

    private static Optional<Role> least(Route route) {
        return Routes.rule(route.method().name(), route.path()).orElseThrow().least();
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(each -> {
            Set<RequestMethod> methods = each.getMethodsCondition().getMethods();
            each.getPatternValues().stream()
                    .filter(path -> !path.equals(ERROR))
                    .forEach(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                            .forEach(method -> routes.add(new Route(method.asHttpMethod(), path))));
        }));
        return routes;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
