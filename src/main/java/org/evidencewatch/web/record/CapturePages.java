package org.evidencewatch.web.record;

import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.Rendered;
import org.evidencewatch.extract.SourceText;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.snapshot.CaptureSheet.Shown;
import org.evidencewatch.snapshot.CaptureSheets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A capture as it was stored: as a page that runs and loads nothing, and as the characters that it was made of. Both are
 * answered under a policy of their own, in an origin of its own.
 */
@Controller
class CapturePages {

    private static final String SANDBOX = "sandbox; default-src 'none'; style-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'";

    private final CaptureSheets captures;
    private final Readings readings;

    CapturePages(CaptureSheets captures, Readings readings) {
        this.captures = captures;
        this.readings = readings;
    }

    /** The page as markup of our own; of what is no HTML, its text. */
    @GetMapping("/captures/{id}/rendered")
    ResponseEntity<String> rendered(@PathVariable long id) {
        CaptureSheet capture = captures.find(id).orElseThrow(Missing::page);
        Shown shown = capture.shown().orElseThrow(Missing::page);
        return answer("text/html;charset=utf-8", document(capture, readings.rendered(shown.responseId())));
    }

    /** The characters as they were decoded; of what is no text, a sentence. */
    @GetMapping("/captures/{id}/raw")
    ResponseEntity<String> raw(@PathVariable long id) {
        CaptureSheet capture = captures.find(id).orElseThrow(Missing::page);
        Shown shown = capture.shown().orElseThrow(Missing::page);
        SourceText source = readings.source(shown.responseId());
        String text = source.text()
                .map(whole -> source.cut() ? whole + "\n\n(cut here: the page goes on)\n" : whole)
                .orElseGet(() -> "No text: %s, %,d bytes, SHA-256 %s\n"
                        .formatted(
                                source.mediaType().orElse("of no type"),
                                source.length(),
                                shown.digest().hex()));
        return answer("text/plain;charset=utf-8", text);
    }

    private static String document(CaptureSheet capture, Rendered page) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Capture %d</title>
                <link rel="stylesheet" href="/assets/evidence.css"></head>
                <body class="snapshot">
                %s%s
                </body></html>
                """.formatted(
                        capture.id(),
                        page.cut() ? "<p><em>This page is very long. What follows is its beginning.</em></p>\n" : "",
                        page.markup());
    }

    private static ResponseEntity<String> answer(String type, String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(text);
    }
}
