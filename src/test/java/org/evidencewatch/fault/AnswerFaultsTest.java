package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;
import static org.evidencewatch.fault.Site.status;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** F-08 to F-10, F-12 to F-15: answers that are no page, or another page than the one that is cited. */
class AnswerFaultsTest extends ThreeNights {

    private static final String EMPTY = "Content-Length: 0\r\n";
    private static final String CHALLENGE = """
            <!doctype html><html><head><title>Just a moment...</title></head><body>
            <h1>Checking your browser</h1><p>Please enable JavaScript and cookies to continue.</p>
            <script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>""";
    private static final String HOME = """
            <!doctype html><html><head><title>Lumora</title></head><body><main><h1>Welcome to Lumora</h1>
            <p>Gardens for everybody, delivered to your door in spring and in autumn, by people who love them.</p>
            <p>Choose your plants, and we bring them with soil and advice. More than ten thousand gardens so far.</p>
            </main></body></html>""";

    @Override
    List<Fault> faults() {
        return Stream.of(statuses(), standIns(), redirects()).flatMap(s -> s).toList();
    }

    private static Stream<Fault> statuses() {
        return Stream.of(
                Fault.absence("F-08 404 once", site -> answer(site, "404 Not Found", "gone"), "GONE", "gone"),
                Fault.absence("F-08 410 once", site -> answer(site, "410 Gone", "gone"), "GONE", "gone"),
                Fault.of("F-10 403", site -> answer(site, "403 Forbidden", "no"), "BLOCKED", "degraded"),
                Fault.of("F-10 403 challenge", site -> answer(site, "403 Forbidden", CHALLENGE), "BLOCKED", "degraded"),
                Fault.of("F-10 404 challenge", site -> answer(site, "404 Not Found", CHALLENGE), "BLOCKED", "degraded"),
                Fault.of("F-10 429", site -> answer(site, "429 Too Many", "slow down"), "BLOCKED", "degraded"),
                Fault.of(
                        "F-10 503 challenge",
                        site -> answer(site, "503 Unavailable", CHALLENGE),
                        "BLOCKED",
                        "degraded"),
                Fault.of("F-12 500", site -> answer(site, "500 Oops", "oops"), "ERROR", "degraded"),
                Fault.of("F-12 502 with the page", site -> answer(site, "502 Bad Gateway", PAGE), "ERROR", "degraded"),
                Fault.of("F-15 206", site -> answer(site, "206 Partial", PAGE), "PROTOCOL_ERROR", "unverifiable"),
                Fault.of("F-15 204", site -> site.serve(status("204 No Content", "")), "EMPTY", "degraded"),
                Fault.of("F-15 205", site -> site.serve(status("205 Reset Content", EMPTY)), "EMPTY", "degraded"),
                Fault.of("F-15 999", site -> answer(site, "999 Denied", PAGE), "ERROR", "degraded"),
                Fault.of("F-15 600", site -> answer(site, "600 What", PAGE), "ERROR", "degraded"));
    }

    private static Stream<Fault> standIns() {
        return Stream.of(
                Fault.absence("F-09 soft 404", site -> site.serve(ok("", """
                                <html><head><title>Page not found</title></head><body><main><h1>Page not found</h1>
                                <p>The page that you are looking for does not exist or was moved.</p></main></body></html>""")), "GONE", "gone"),
                Fault.of("F-09 parked", site -> site.serve(ok("", """
                                <html data-adblockkey="MFww"><head><title>lumora.example</title></head><body>
                                <p>Buy this domain.</p><script>window.park = "1";</script></body></html>""")), "PARKED", "degraded"),
                Fault.of("F-09 login", site -> site.serve(ok("", """
                                <html><head><title>Sign in</title></head><body><h1>Sign in</h1><form method="post">
                                <label>E-mail <input name="email"></label><label>Password <input type="password"></label>
                                <button>Sign in</button></form></body></html>""")), "RESTRICTED", "degraded"),
                Fault.of("F-09 consent", site -> site.serve(ok("", """
                                <html><head><title>Before you continue</title></head><body><h1>Before you continue</h1>
                                <p>We and our partners use cookies. Accept all cookies to continue to the site.</p>
                                <button>Accept all</button><button>Reject all</button></body></html>""")), "INTERSTITIAL", "degraded"),
                Fault.of("F-10 challenge as 200", site -> site.serve(ok("", CHALLENGE)), "BLOCKED", "degraded"));
    }

    private static Stream<Fault> redirects() {
        return Stream.of(
                Fault.of("F-13 loop", site -> redirect(site, Site.PATH), "PROTOCOL_ERROR", "unverifiable"),
                Fault.of("F-13 more than ten hops", AnswerFaultsTest::elevenHops, "REFUSED", "unverifiable"),
                Fault.of(
                        "F-13 no Location",
                        site -> site.serve(status("302 Found", EMPTY)),
                        "PROTOCOL_ERROR",
                        "unverifiable"),
                Fault.of("F-13 garbled Location", site -> redirect(site, "http://[::1"), "REFUSED", "unverifiable"),
                Fault.of("F-13 inwards", site -> redirect(site, "http://169.254.169.254/"), "REFUSED", "unverifiable"),
                Fault.absence(
                        "F-14 to the home page",
                        site -> redirect(site, "/").also("/", ok("Content-Type: text/html\r\n", HOME)),
                        "MOVED",
                        "moved"),
                Fault.absence(
                        "F-14 to another article",
                        site -> redirect(site, "/help/other").also("/help/other", ok("", PAGE)),
                        "MOVED",
                        "moved"));
    }

    @Test
    void aRedirectLeavesTheCitedAddressInPlaceAndNamesTheOther() {
        assertThat(filed("F-14 to the home page").effectiveUrl())
                .get()
                .asString()
                .endsWith("/");
        assertThat(filed("F-13 loop").detail()).contains("loop").contains(Site.PATH + " -> ");
        assertThat(filed("F-13 more than ten hops").detail()).endsWith("/hop/9");
        assertThat(filed("F-13 inwards").detail()).contains("link local");
    }

    private static void answer(Site site, String line, String text) {
        String headers = "Content-Type: text/html\r\nRetry-After: 1\r\nContent-Length: " + text.length() + "\r\n";
        site.serve(status(line, headers) + text);
    }

    private static Site redirect(Site site, String location) {
        return site.serve(status("301 Moved", EMPTY + "Location: " + location + "\r\n"));
    }

    private static void elevenHops(Site site) {
        redirect(site, "/hop/0");
        IntStream.range(0, 12)
                .forEach(
                        i -> site.also("/hop/" + i, status("302 Found", EMPTY + "Location: /hop/" + (i + 1) + "\r\n")));
    }
}
