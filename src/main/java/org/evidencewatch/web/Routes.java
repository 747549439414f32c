package org.evidencewatch.web;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may ask for what: every route of the program in one table. What is not in it is refused to everybody.
 *
 * <p>A table of paths rather than a note at each method, so that one can read it from top to bottom, and so that a route that
 * somebody forgot is closed, not open.
 */
final class Routes {

    /**
     * One kind of request.
     *
     * @param least the role that may at least ask; empty for everybody, also without a login
     */
    record Rule(HttpMethod method, PathPattern path, Optional<Role> least) {

        boolean matches(String asked, PathContainer at) {
            return method.matches(asked) && path.matches(at);
        }
    }

    private static final PathPatternParser PATHS = new PathPatternParser();

    private static final List<Rule> TABLE = List.of(
            open(HttpMethod.GET, "/login"),
            open(HttpMethod.POST, "/login"),
            open(HttpMethod.GET, "/livez"),
            open(HttpMethod.GET, "/readyz"),
            open(HttpMethod.GET, "/assets/{*file}"),
            open(HttpMethod.GET, "/webjars/htmx.org/{*file}"),
            get("/metrics", Role.READER),
            get("/", Role.READER),
            get("/queue", Role.READER),
            get("/queue/{item}", Role.READER),
            post("/queue/next", Role.REVIEWER),
            post("/queue/{item}/claim", Role.REVIEWER),
            post("/queue/{item}/renew", Role.REVIEWER),
            post("/queue/{item}/assign", Role.REVIEWER),
            post("/queue/{item}/note", Role.REVIEWER),
            post("/queue/{item}/release", Role.REVIEWER),
            post("/queue/{item}/decide", Role.REVIEWER),
            post("/queue/{item}/undo", Role.REVIEWER),
            get("/publish", Role.PUBLISHER),
            post("/publish", Role.PUBLISHER),
            get("/companies", Role.READER),
            get("/companies/{slug}", Role.READER),
            get("/evidence/{id}", Role.READER),
            get("/compare", Role.READER),
            get("/compare/{before}/{after}", Role.READER),
            get("/captures/{id}/rendered", Role.READER),
            get("/captures/{id}/raw", Role.READER),
            get("/runs", Role.READER),
            get("/runs/live", Role.READER),
            get("/runs/{id}", Role.READER),
            get("/jobs", Role.READER),
            post("/jobs/{name}/run", Role.ADMIN),
            post("/jobs/{name}/pause", Role.ADMIN),
            post("/jobs/{name}/resume", Role.ADMIN),
            get("/freshness", Role.READER),
            get("/hosts", Role.READER),
            get("/hosts/{host}", Role.READER),
            get("/alerts", Role.READER),
            get("/alerts.atom", Role.READER),
            post("/alerts/{which}/ack", Role.REVIEWER),
            post("/alerts/{which}/snooze", Role.REVIEWER),
            get("/decisions", Role.READER),
            post("/logout", Role.READER),
            get("/me", Role.READER),
            post("/me/password", Role.READER),
            post("/me/tokens", Role.READER),
            post("/me/tokens/{token}/revoke", Role.READER),
            get("/accounts", Role.ADMIN),
            post("/accounts", Role.ADMIN),
            post("/accounts/{name}/role", Role.ADMIN),
            post("/accounts/{name}/disable", Role.ADMIN),
            post("/accounts/{name}/enable", Role.ADMIN),
            post("/accounts/{name}/password", Role.ADMIN),
            get("/api/v1/openapi", Role.READER),
            get("/api/v1/openapi.yaml", Role.READER),
            get("/api/v1/records", Role.READER),
            get("/api/v1/records/{slug}", Role.READER),
            get("/api/v1/citations", Role.READER),
            get("/api/v1/citations/{id}", Role.READER),
            get("/api/v1/citations/{id}/captures", Role.READER),
            get("/api/v1/captures/{id}", Role.READER),
            get("/api/v1/diffs/{before}/{after}", Role.READER),
            get("/api/v1/queue", Role.READER),
            get("/api/v1/queue/{item}", Role.READER),
            post("/api/v1/queue/next", Role.REVIEWER),
            post("/api/v1/queue/{item}/claim", Role.REVIEWER),
            post("/api/v1/queue/{item}/renew", Role.REVIEWER),
            post("/api/v1/queue/{item}/release", Role.REVIEWER),
            post("/api/v1/queue/{item}/notes", Role.REVIEWER),
            post("/api/v1/queue/{item}/decisions", Role.REVIEWER),
            get("/api/v1/decisions", Role.READER),
            post("/api/v1/decisions/{id}/undo", Role.REVIEWER),
            post("/api/v1/disputes", Role.REVIEWER),
            get("/api/v1/runs", Role.READER),
            get("/api/v1/runs/{id}", Role.READER),
            get("/api/v1/jobs", Role.READER),
            post("/api/v1/jobs/{name}/run", Role.ADMIN),
            post("/api/v1/jobs/{name}/pause", Role.ADMIN),
            post("/api/v1/jobs/{name}/resume", Role.ADMIN),
            get("/api/v1/freshness", Role.READER),
            post("/api/v1/exports", Role.PUBLISHER));

    private Routes() {}

    /** All rules, the first that matches counts. */
    static List<Rule> table() {
        return TABLE;
    }

    /** The rule for a request; empty where there is none. A HEAD is what a GET is. */
    static Optional<Rule> rule(String method, String path) {
        PathContainer at = PathContainer.parsePath(path);
        String asked = method.equals("HEAD") ? "GET" : method;
        return TABLE.stream().filter(rule -> rule.matches(asked, at)).findFirst();
    }

    private static Rule open(HttpMethod method, String path) {
        return new Rule(method, PATHS.parse(path), Optional.empty());
    }

    private static Rule get(String path, Role least) {
        return new Rule(HttpMethod.GET, PATHS.parse(path), Optional.of(least));
    }

    private static Rule post(String path, Role least) {
        return new Rule(HttpMethod.POST, PATHS.parse(path), Optional.of(least));
    }
}
