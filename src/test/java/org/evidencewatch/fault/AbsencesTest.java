package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;
import static org.evidencewatch.fault.Site.status;

import java.nio.file.Path;
import org.evidencewatch.review.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F-08, F-14: pages that are not there any more, and stay so. */
@Timeout(120)
class AbsencesTest {

    private final Site site = new Site(1);
    private Watch watch;

    @BeforeEach
    void aGoodNight(@TempDir Path folder) {
        watch = new Watch(folder);
        watch.cite("lumora", site.page());
        watch.night();
    }

    @AfterEach
    void close() {
        watch.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "410 Gone"})
    void f08GoneTwiceIsForAPersonAndNotAChange(String line) {
        site.serve(status(line, "Content-Length: 0\r\n"));
        assertThat(watch.nextNight().gone()).isEqualTo(1);
        assertThat(watch.queue()).isEmpty();

        watch.confirm();

        assertThat(watch.detected(site.page())).containsExactly("gone open");
        assertThat(watch.queue())
                .singleElement()
                .satisfies(item -> assertThat(item.lane()).contains(Lane.GONE));

        site.serveWell();
        assertThat(watch.nextNight().unchanged()).isEqualTo(1);
        assertThat(watch.detected(site.page())).containsExactly("gone reverted");
        assertThat(watch.queue()).isEmpty();
        assertThat(watch.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404 Not Found, 503 Unavailable", "404 Not Found, 403 Forbidden", "410 Gone, 500 Oops"})
    void f08AFailedReadDoesNotAgreeThatAPageIsGone(String first, String then) {
        site.serve(status(first, "Content-Length: 0\r\n"));
        watch.nextNight();
        site.serve(status(then, "Retry-After: 1\r\nContent-Length: 0\r\n"));
        watch.confirm();

        assertThat(watch.detected(site.page())).containsExactly("gone observed");
        assertThat(watch.queue()).isEmpty();
    }

    @Test
    void f14AllArticlesSentHomeAreMovedAndTheHomePageIsNoArticle() {
        site.serve(status("301 Moved", "Content-Length: 0\r\nLocation: /\r\n"))
                .also(
                        "/",
                        ok(
                                "",
                                "<html><head><title>Lumora</title></head><body><main><h1>Lumora</h1><p>Gardens for all,"
                                        + " in spring and in autumn, by people who love them.</p></main></body></html>"));
        watch.nextNight();
        watch.confirm();

        assertThat(watch.detected(site.page())).containsExactly("moved open");
        assertThat(watch.queue())
                .singleElement()
                .satisfies(item -> assertThat(item.lane()).contains(Lane.MOVED));
        assertThat(watch.goodBody(site.page())).asString().isEqualTo(PAGE);
    }

    @Test
    void f14APageOnAnotherHostIsMovedAndTheCitedAddressStays() {
        try (var other = new Site(2)) {
            site.serve(status("301 Moved", "Content-Length: 0\r\nLocation: " + other.page() + "\r\n"));
            assertThat(watch.nextNight().moved()).isEqualTo(1);
            assertThat(watch.newest(site.page()).effectiveUrl())
                    .contains(other.page().toString());
            assertThat(watch.detected(site.page())).containsExactly("moved observed");
            assertThat(watch.goodBody(site.page())).asString().isEqualTo(PAGE);
            assertThat(other.seen().getFirst().path()).isEqualTo("/robots.txt");
        }
    }
}
