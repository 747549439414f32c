package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.fetch.HostLedger.Entered;
import org.evidencewatch.fetch.HostLedger.Leaving;
import org.evidencewatch.fetch.HostLedger.Taken;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every ledger of hosts promises. */
class HostLedgerTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofMillis(-1);
    private static final Instant LATER = Instant.parse("2026-06-10T04:00:00Z");

    private static final HostState TIRED = new HostState(2, 3, 4, Optional.of(new HostState.Rest(LATER, "status 429")));

    static Stream<HostLedger> ledgers() {
        var database = TestDatabase.fresh();
        return Stream.of(new LocalHosts(), new HostTable(JdbcClient.create(database), new JdbcTemplate(database)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void letsOneFetcherInAtATime(HostLedger ledger) {
        assertThat(ledger.enter("a.example", "one", LONG)).isEqualTo(new Entered(HostState.FRESH, Duration.ZERO));
        assertThat(ledger.enter("a.example", "two", LONG)).isEqualTo(new Taken());
        assertThat(ledger.enter("a.example", "one", LONG)).isInstanceOf(Entered.class);
        assertThat(ledger.enter("b.example", "two", LONG)).isInstanceOf(Entered.class);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void takesAHostFromAHolderWhoseTermIsOver(HostLedger ledger) {
        ledger.enter("a.example", "one", OVER);
        assertThat(ledger.enter("a.example", "two", LONG)).isInstanceOf(Entered.class);
        assertThat(ledger.renew("one", LONG)).isEmpty();
        ledger.leave("one", List.of(new Leaving("a.example", TIRED, Duration.ZERO)));
        assertThat(ledger.enter("a.example", "three", LONG)).isEqualTo(new Taken());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void tellsTheHolderThatSomebodyWaits(HostLedger ledger) {
        ledger.enter("a.example", "one", LONG);
        ledger.enter("b.example", "one", LONG);
        ledger.enter("a.example", "two", LONG);
        assertThat(ledger.renew("one", LONG)).isEqualTo(Map.of("a.example", true, "b.example", false));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void handsOverStateAndPace(HostLedger ledger) {
        ledger.enter("a.example", "one", LONG);
        ledger.leave("one", List.of(new Leaving("a.example", TIRED, Duration.ofSeconds(20))));
        assertThat(ledger.enter("a.example", "two", LONG)).isInstanceOfSatisfying(Entered.class, entered -> {
            assertThat(entered.state()).isEqualTo(TIRED);
            assertThat(entered.pause()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void remembersAStateOfTheHolderOnly(HostLedger ledger) {
        ledger.enter("a.example", "one", OVER);
        ledger.remember("two", "a.example", TIRED);
        assertThat(ledger.enter("a.example", "one", OVER)).isEqualTo(new Entered(HostState.FRESH, Duration.ZERO));
        ledger.remember("one", "a.example", TIRED);
        assertThat(ledger.enter("a.example", "two", LONG)).isEqualTo(new Entered(TIRED, Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void keepsTheNewestRobotsFile(HostLedger ledger) {
        assertThat(ledger.robots("https://a.example")).isEmpty();
        ledger.keep("https://a.example", new RobotsFile(new byte[0], "", LATER.minusSeconds(1)));
        byte[] rules = "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.US_ASCII);
        ledger.keep("https://a.example", new RobotsFile(rules, "text/plain", LATER));
        assertThat(ledger.robots("https://a.example")).hasValueSatisfying(file -> {
            assertThat(file.content()).isEqualTo(rules);
            assertThat(file.contentType()).isEqualTo("text/plain");
            assertThat(file.readAt()).isEqualTo(LATER);
        });
    }
}
