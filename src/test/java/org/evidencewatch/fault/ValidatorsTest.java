package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fault.Site.PAGE;
import static org.evidencewatch.fault.Site.ok;
import static org.evidencewatch.fault.Site.status;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F-15, F-24, F-25: servers that err about "not modified", and answers that we could not keep. */
@Timeout(180)
class ValidatorsTest {

    private static final String OTHER = PAGE.replace("30 days", "14 days");

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

    @Test
    void f15NotModifiedThatNobodyAskedForIsNoCheck(@TempDir Path folder) {
        try (var strange = new Site(2)) {
            strange.serve(status("304 Not Modified", ""));
            watch.cite("mirova", strange.page());
            watch.nextNight();
            assertThat(watch.newest(strange.page()).outcome()).isEqualTo("PROTOCOL_ERROR");
            assertThat(watch.newest(strange.page()).verdict()).isEqualTo("unverifiable");
            assertThat(strange.asked().getFirst()).noneMatch(line -> line.startsWith("If-"));
        }
    }

    @Test
    void f24ValidatorsOfAnAnswerThatWasNotKeptAreNeverSent() {
        watch.database().sql("""
                        create function refuse_second() returns trigger language plpgsql as $$
                        begin
                            if new.etag = '"v2"' then raise exception 'refused' using errcode = 'check_violation'; end if;
                            return new;
                        end $$""").update();
        watch.database()
                .sql(
                        "create trigger refuse_second before insert on capture for each row execute function refuse_second()")
                .update();
        site.serve(ok("ETag: \"v2\"\r\n", OTHER));
        watch.nextNight();
        assertThat(watch.newest(site.page()).outcome()).isEqualTo("NOT_STORABLE");

        watch.database().sql("drop trigger refuse_second on capture").update();
        site.replying(head -> head.contains("If-None-Match: \"v2\"")
                ? status("304 Not Modified", "")
                : ok("ETag: \"v2\"\r\n", OTHER));
        assertThat(watch.nextNight().changed()).isEqualTo(1);

        assertThat(site.asked()).noneMatch(head -> head.contains("If-None-Match: \"v2\""));
        assertThat(site.asked().getLast()).contains("If-None-Match: \"v1\"");
        assertThat(watch.broken()).isEmpty();
    }

    @Test
    void f24ValidatorsOfAPageThatWasNotTheCitedOneAreNeverSent() {
        site.serve(ok(
                "ETag: \"wall\"\r\n",
                "<html><head><title>Sign in</title></head><body><h1>Sign in</h1>"
                        + "<form><input type=password></form></body></html>"));
        watch.nextNight();
        site.serveWell();
        watch.nextNight();
        assertThat(site.asked()).noneMatch(head -> head.contains("If-None-Match: \"wall\""));
        assertThat(site.asked().getLast()).contains("If-None-Match: \"v1\"");
    }

    @Test
    void f25AnETagThatStaysWhileThePageChangesDoesNotHideItForEver() {
        site.replying(head -> conditional(head) ? status("304 Not Modified", "") : ok("ETag: \"v1\"\r\n", OTHER));
        int nights = 0;
        while (watch.nextNight().changed() == 0 && nights < 10) {
            nights++;
        }
        assertThat(nights).as("nights on which the server was believed").isEqualTo(6);
        watch.confirm();
        assertThat(watch.detected(site.page())).containsExactly("changed open");
        assertThat(site.asked().getLast())
                .as("a confirmation asks without validators")
                .noneMatch(ValidatorsTest::isIf);
    }

    @Test
    void f25AHonestServerIsAskedInFullOnceInSeven() {
        site.replying(head -> conditional(head) ? status("304 Not Modified", "") : ok("ETag: \"v1\"\r\n", PAGE));
        for (int night = 0; night < 14; night++) {
            assertThat(watch.nextNight().unchanged()).isEqualTo(1);
        }
        assertThat(site.asked().stream().filter(head -> !conditional(head)).count())
                .isEqualTo(3);
    }

    private static boolean conditional(List<String> head) {
        return head.stream().anyMatch(ValidatorsTest::isIf);
    }

    private static boolean isIf(String line) {
        return line.startsWith("If-");
    }
}
