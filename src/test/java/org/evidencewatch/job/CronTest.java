package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CronTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void nightThatTheClocksSkipIsRunLaterTheSameNight() {
        assertThat(next("30 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void skippedTimeIsStillDueForWhoAsksJustBeforeIt() {
        assertThat(next("30 2 * * *", "2026-03-29T01:10:00Z", 1)).containsExactly("2026-03-29T01:30:00Z");
    }

    @Test
    void hourThatComesTwiceIsRunOnce() {
        assertThat(next("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void whatIsDueEveryHourGoesOnEveryHourWhenClocksChange() {
        assertThat(next("5 * * * *", "2026-10-25T00:00:00Z", 3))
                .containsExactly("2026-10-25T00:05:00Z", "2026-10-25T01:05:00Z", "2026-10-25T02:05:00Z");
        assertThat(next("5 * * * *", "2026-03-29T00:00:00Z", 2))
                .containsExactly("2026-03-29T00:05:00Z", "2026-03-29T01:05:00Z");
    }

    @Test
    void dueTimeItselfIsNotAfterItself() {
        assertThat(next("0 3 * * *", "2026-06-10T01:00:00Z", 1)).containsExactly("2026-06-11T01:00:00Z");
    }

    @Test
    void secondsAreNoField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.parse("0 30 2 * * *", BERLIN))
                .withMessageContaining("five fields")
                .withMessageContaining("here are 6");
    }

    @Test
    void dayThatNeverComesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cron.parse("0 0 31 2 *", BERLIN))
                .withMessageContaining("never comes due");
    }

    private static List<String> next(String cron, String after, int n) {
        var parsed = Cron.parse(cron, BERLIN);
        return Stream.iterate(Instant.parse(after), at -> parsed.next(at).orElseThrow())
                .skip(1)
                .limit(n)
                .map(Instant::toString)
                .toList();
    }
}
