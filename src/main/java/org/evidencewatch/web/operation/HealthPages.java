package org.evidencewatch.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.web.Outage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Whether the process lives, and whether it works. Strangers get one word; people who are logged in get the reasons as JSON. */
@RestController
class HealthPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Readiness readiness;
    private final Accounts accounts;

    HealthPages(Readiness readiness, Accounts accounts) {
        this.readiness = readiness;
        this.accounts = accounts;
    }

    /** The process answers; nothing else is looked at. */
    @GetMapping("/livez")
    ResponseEntity<String> alive() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("alive\n");
    }

    /** {@code ready}, {@code stale} (it works, but the last refresh that was due did not complete), or 503 {@code unready}. */
    @GetMapping("/readyz")
    ResponseEntity<String> ready(HttpServletRequest request) {
        Readiness.State state = readiness.now();
        boolean known = Optional.ofNullable(request.getRemoteUser())
                .filter(name -> state.database() && accounts.role(name).isPresent())
                .isPresent();
        var answer = ResponseEntity.status(state.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        if (!state.ready()) {
            answer.header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        return known
                ? answer.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(Told.of(state)))
                : answer.contentType(MediaType.TEXT_PLAIN).body(state.word() + "\n");
    }

    /** The document. */
    private record Told(String status, boolean stale, List<Readiness.Check> checks) {

        static Told of(Readiness.State state) {
            return new Told(state.word(), state.stale(), state.checks());
        }
    }
}
