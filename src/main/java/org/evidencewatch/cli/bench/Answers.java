package org.evidencewatch.cli.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides what the site answers. Conditions are judged as RFC 9110, section 13.2.2 says: an entity tag before a date.
 * robots.txt is not there (404), so everything may be read. Pure; safe for use by many threads.
 */
final class Answers {

    private static final Instant FIRST_PUBLISHED = Instant.parse("2026-01-12T09:30:00Z");
    private static final long DAY_SECONDS = 86_400;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    /** As many headers as real help centres send: whoever keeps them has to pay for it. */
    private static final List<String> ALWAYS = List.of(
            "Connection: keep-alive",
            "Server: bench",
            "Cache-Control: max-age=0, private, must-revalidate",
            "Vary: Accept-Encoding, Cookie",
            "Strict-Transport-Security: max-age=31536000; includeSubDomains",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: SAMEORIGIN",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "Content-Security-Policy: default-src 'self'; script-src 'self' 'unsafe-inline' https://static.example;"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; frame-ancestors 'none'");

    private final List<Lot> lots;
    private final Bodies bodies;
    private final Map<String, Integer> pages = new HashMap<>();

    Answers(SiteShape shape, List<Lot> lots, Bodies bodies) {
        this.lots = lots;
        this.bodies = bodies;
        for (int page = 0; page < shape.pages(); page++) {
            pages.put(shape.path(page, shape.article(page)), page);
        }
    }

    /** The answer to a request, as the scene has it. */
    Answer to(Request request, Scene scene) {
        Integer page = pages.get(request.path());
        return page == null || !request.method().equals("GET") ? Answer.notFound() : page(page, request, scene);
    }

    private Answer page(int page, Request request, Scene scene) {
        Revision revision = scene.revision(lots.get(page));
        var headers = new ArrayList<>(ALWAYS);
        headers.add("X-Request-Id: %08x-%04x".formatted(page * 2_654_435_761L & 0xffffffffL, revision.number()));
        if (scene.validates(lots.get(page))) {
            headers.add("ETag: " + etag(page, revision));
            headers.add("Last-Modified: " + date(page, revision));
            if (holds(page, revision, request)) {
                return new Answer(OptionalInt.of(page), 304, headers, new byte[0]);
            }
        }
        headers.add("Content-Type: text/html; charset=utf-8");
        headers.add("Content-Encoding: gzip");
        headers.add("Set-Cookie: _session=%d; path=/; HttpOnly; SameSite=Lax".formatted(page));
        return new Answer(OptionalInt.of(page), 200, headers, bodies.of(page, revision));
    }

    private static boolean holds(int page, Revision revision, Request request) {
        Optional<String> etag = request.header("if-none-match");
        return etag.isPresent()
                ? etag.get().equals(etag(page, revision))
                : request.header("if-modified-since")
                        .filter(date(page, revision)::equals)
                        .isPresent();
    }

    private static String etag(int page, Revision revision) {
        return "\"%06d-%d\"".formatted(page, revision.number());
    }

    private static String date(int page, Revision revision) {
        return HTTP_DATE.format(FIRST_PUBLISHED.plusSeconds(page + DAY_SECONDS * revision.number()));
    }
}
