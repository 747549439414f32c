package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.status;

import java.util.List;
import org.junit.jupiter.api.Test;

/** F-27, F-28: a robots.txt that cannot be had, or that no longer lets us in. */
class RobotsFaultsTest extends ThreeNights {

    @Override
    List<Fault> faults() {
        return List.of(
                unreachable("F-27 robots 500", status("500 Oops", "Content-Length: 0\r\n")),
                unreachable("F-27 robots 503", status("503 Unavailable", "Content-Length: 0\r\n")),
                unreachable("F-27 robots 429", status("429 Too Many Requests", "Content-Length: 0\r\n")),
                unreachable("F-27 robots without answer", ""),
                unreachable("F-27 robots cut", status("200 OK", "Content-Length: 500\r\n") + "User-agent: *"),
                unreachable(
                        "F-27 robots in a loop", status("302 Found", "Content-Length: 0\r\nLocation: /robots.txt\r\n")),
                unreachable(
                        "F-27 robots inwards",
                        status("302 Found", "Content-Length: 0\r\nLocation: http://10.0.0.1/\r\n")),
                Fault.of(
                        "F-28 robots newly disallows the page",
                        site -> site.also("/robots.txt", robots("User-agent: *\nDisallow: /help/\n")),
                        "ROBOTS_DENIED",
                        "unverifiable"),
                Fault.of(
                        "F-28 robots newly disallows us",
                        site -> site.also("/robots.txt", robots("User-agent: EvidenceWatch\nDisallow: /\n")),
                        "ROBOTS_DENIED",
                        "unverifiable"));
    }

    @Test
    void saysThatItWasRobots() {
        assertThat(filed("F-27 robots 500").detail()).startsWith("robots.txt: ").contains("500");
        assertThat(filed("F-28 robots newly disallows us").detail()).contains("/robots.txt");
    }

    @Override
    long mostRequestsForThePage() {
        return 0;
    }

    private static Fault unreachable(String name, String answer) {
        return Fault.of(name, site -> site.also("/robots.txt", answer), "ROBOTS_UNREACHABLE", "unverifiable");
    }

    private static String robots(String text) {
        return status("200 OK", "Content-Type: text/plain\r\nContent-Length: " + text.length() + "\r\n") + text;
    }
}
