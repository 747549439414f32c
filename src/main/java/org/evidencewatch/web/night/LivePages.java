package org.evidencewatch.web.night;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How far the present run is, as server-sent events. */
@Controller
class LivePages {

    private static final String SOON = "30";

    private final LiveRuns live;

    LivePages(LiveRuns live) {
        this.live = live;
    }

    /** Events {@code progress}, one a second at most, and one {@code end}; nothing but that where no run goes on. */
    @GetMapping("/runs/live")
    ResponseEntity<SseEmitter> live() {
        return live.listen()
                .map(listener -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(listener))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, SOON)
                        .build());
    }
}
