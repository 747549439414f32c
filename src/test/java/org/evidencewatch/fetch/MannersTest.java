package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host's answers mean for our next request. */
class MannersTest {

    private static final Instant NOW = Instant.parse("2026-06-10T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "7, PT7S",
        "3600, PT1H",
        "0, PT1S",
        "999999999, PT24H",
        "'Wed, 10 Jun 2026 03:02:00 GMT', PT2M",
        "'Wednesday, 10-Jun-26 03:02:00 GMT', PT2M",
        "'Wed Jun 10 03:02:00 2026', PT2M",
        "'Tue, 09 Jun 2026 03:00:00 GMT', PT1S",
        "soon, PT30S",
        "-5, PT30S",
        "'', PT30S"
    })
    void restsForAsLongAsTheHostAsks(String retryAfter, Duration rest) {
        for (int status : List.of(429, 503)) {
            HostState after = after(HostState.FRESH, answer(status, Map.of("retry-after", List.of(retryAfter))));
            assertThat(after.restAt(NOW)).as(retryAfter).isEqualTo(rest);
            assertThat(after.strikes()).isEqualTo(1);
        }
    }

    @Test
    void takesADateBesideTheServersOwnClock() {
        var headers = Map.of(
                "date", List.of("Wed, 10 Jun 2026 09:00:00 GMT"),
                "retry-after", List.of("Wed, 10 Jun 2026 09:00:40 GMT"));
        assertThat(after(HostState.FRESH, answer(429, headers)).restAt(NOW)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void restsLongerEachTimeAndNoLongerThanSixHours() {
        HostState state = HostState.FRESH;
        Duration before = Duration.ZERO;
        for (int i = 0; i < 9; i++) {
            state = after(state, answer(429));
            assertThat(state.restAt(NOW)).isGreaterThan(before);
            before = state.restAt(NOW);
        }
        for (int i = 0; i < 50; i++) {
            state = after(state, answer(503));
        }
        assertThat(state.restAt(NOW)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void asksMoreSlowlyUntilTheHostHasBorneItForAWhile() {
        Duration second = Duration.ofSeconds(1);
        HostState state = after(after(HostState.FRESH, answer(429)), answer(429));
        assertThat(Manners.pace(state, second)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Manners.pace(state, Duration.ZERO)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Manners.pace(state, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            state = after(state, answer(200));
        }
        assertThat(Manners.pace(state, second)).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT_ERROR, 3", "DNS_ERROR, 3", "TLS_ERROR, 3", "TIMEOUT, 5", "TRUNCATED, 10", "PROTOCOL_ERROR, 10"
    })
    void leavesAHostAloneThatFailsInARow(FailureCause cause, int times) {
        HostState state = HostState.FRESH;
        for (int i = 1; i <= times; i++) {
            assertThat(state.restAt(NOW)).isEqualTo(Duration.ZERO);
            state = after(state, new Exchange.Failed(cause, true, "x"));
        }
        assertThat(state.restAt(NOW)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 403})
    void isPatientWithAHostWhoseOtherPagesAnswered(int status) {
        HostState state = HostState.FRESH;
        for (int i = 0; i < 19; i++) {
            state = Manners.after(state, answer(status), NOW, true, 0);
        }
        assertThat(state.restAt(NOW)).isEqualTo(Duration.ZERO);
        assertThat(Manners.after(state, answer(status), NOW, true, 0).restAt(NOW))
                .isPositive();
    }

    @Test
    void letsOneRequestTryAndClosesTheCircuitWhenItSucceeds() {
        HostState open = HostState.FRESH;
        for (int i = 0; i < 3; i++) {
            open = after(open, new Exchange.Failed(FailureCause.CONNECT_ERROR, true, "x"));
        }
        HostState again = after(open, new Exchange.Failed(FailureCause.CONNECT_ERROR, true, "x"));
        assertThat(again.restAt(NOW)).isGreaterThan(open.restAt(NOW));
        HostState closed = after(again, answer(404));
        assertThat(closed.restAt(NOW)).isEqualTo(Duration.ZERO);
        assertThat(after(closed, new Exchange.Failed(FailureCause.CONNECT_ERROR, true, "x"))
                        .restAt(NOW))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void learnsNothingFromWhatWasNotAsked() {
        HostState tired = after(HostState.FRESH, answer(429));
        assertThat(after(tired, new Exchange.Refused(Refusal.ADDRESS, "x"))).isEqualTo(tired);
        assertThat(after(tired, new Exchange.Deferred(Duration.ofSeconds(1), "x")))
                .isEqualTo(tired);
    }

    private static HostState after(HostState before, Exchange exchange) {
        return Manners.after(before, exchange, NOW, false, 0);
    }

    private static Exchange answer(int status) {
        return answer(status, Map.of());
    }

    private static Exchange answer(int status, Map<String, List<String>> headers) {
        return new Exchange.Answer(status, headers, new byte[0], Optional.empty(), 0);
    }
}
