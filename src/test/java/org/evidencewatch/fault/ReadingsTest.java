package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;

import java.nio.file.Path;
import org.evidencewatch.review.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F-11, F-19 to F-21: what looks like a fault and is none, what looks like a change and is none, and what is one. */
@Timeout(120)
class ReadingsTest {

    private static final String OTHER = PAGE.replace("within 30 days", "within 14 days");

    private final Site site = new Site(1);
    private Watch watch;

    @BeforeEach
    void open(@TempDir Path folder) {
        watch = new Watch(folder);
        watch.cite("lumora", site.page());
    }

    @AfterEach
    void close() {
        assertThat(watch.broken()).isEmpty();
        watch.close();
        site.close();
    }

    @Test
    void f11APageAboutCaptchasIsAPage() {
        String about = PAGE.replace("<h1>Refunds</h1>", "<h1>Why am I asked to solve a captcha?</h1>")
                .replace("Refunds - Lumora", "Captchas and \"Just a moment\" - Lumora")
                .replace(
                        "<p>Gifts",
                        "<p>Before we pay back, you may be asked to prove that you are not a robot. \"Checking your browser\""
                                + " and \"Access denied\" are shown when our partner takes you for one.</p><p>Gifts");
        site.serve(ok("", about));
        assertThat(watch.night().firstSeen()).isEqualTo(1);
        assertThat(watch.nextNight().unchanged()).isEqualTo(1);

        site.serve(ok("", about.replace("within 30 days", "within 14 days")));
        assertThat(watch.nextNight().changed()).isEqualTo(1);
    }

    @Test
    void f19TokensCountersAndSlotsAreNoNews() {
        for (int night = 0; night < 4; night++) {
            site.serve(ok(
                    "ETag: \"n" + night + "\"\r\n",
                    PAGE.replace("<main>", """
                    <meta name="csrf-token" content="%1$dab%1$d"><script nonce="n%1$d">var build=%1$d;</script>
                    <div class="ad-slot" id="ad-%1$d"><a href="/offer/%1$d">Offer %1$d</a></div><main>
                    """.formatted(1000 + 37 * night))
                            .replace("</main>", "<p>%d people read this</p></main>".formatted(90 + night))));
            var report = night == 0 ? watch.night() : watch.nextNight();
            assertThat(report.changed()).isZero();
            assertThat(report.firstSeen() + report.unchanged() + report.cosmetic())
                    .isEqualTo(1);
        }
        assertThat(snapshots()).as("each night's bytes are kept").isEqualTo(4);
        assertThat(watch.detected(site.page())).isEmpty();
    }

    @Test
    void f20OneWordInTheCitedSentenceIsShownWithItsSentence() {
        watch.night();
        site.serve(ok("", PAGE.replace("for any reason", "for no reason")));
        watch.nextNight();
        watch.confirm();
        assertThat(watch.queue()).singleElement().satisfies(item -> {
            assertThat(item.lane()).contains(Lane.CHANGED);
            assertThat(item.reasons())
                    .singleElement()
                    .asString()
                    .contains("for any reason you like", "for no reason you like");
        });
    }

    @Test
    void f21APageThatFlipsKeepsEachVersionOnceAndOneItem() {
        watch.night();
        for (int flip = 0; flip < 3; flip++) {
            site.serve(ok("", OTHER));
            watch.nextNight();
            site.serve(ok("", PAGE));
            watch.confirm();
            assertThat(watch.queue()).as("the second read did not agree").isEmpty();
        }
        assertThat(snapshots()).isEqualTo(2);

        site.serve(ok("", OTHER));
        for (int night = 0; night < 8; night++) {
            watch.nextNight();
            watch.confirm();
            assertThat(watch.queue()).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(watch.queue()).as("it stayed").hasSize(1);
        assertThat(snapshots()).isEqualTo(2);
    }

    private int snapshots() {
        return watch.database()
                .sql("select count(*) from snapshot")
                .query(Integer.class)
                .single();
    }
}
