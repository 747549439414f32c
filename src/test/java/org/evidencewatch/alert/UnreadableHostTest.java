package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadableHostTest {

    private static final Instant JUNE_1 = Instant.parse("2026-06-01T02:00:00Z");
    private static final Instant JUNE_2 = Instant.parse("2026-06-02T02:00:00Z");

    @Test
    void hostsOnWhichMostCompaniesRestComeFirst() {
        var hosts = UnreadableHost.of(List.of(
                page("https://one.example/a", JUNE_1, "TIMEOUT", "acme"),
                page("https://two.example/a", JUNE_2, "GONE", "acme", "zenith"),
                page("https://three.example/a", JUNE_2, "GONE", "acme"),
                page("https://three.example/b", JUNE_2, "BLOCKED", "acme")));

        assertThat(hosts)
                .extracting(UnreadableHost::host)
                .containsExactly("two.example", "three.example", "one.example");
        assertThat(hosts.get(1).reasons()).isEqualTo(Map.of("BLOCKED", 1, "GONE", 1));
        assertThat(hosts.get(1).companies()).containsExactly("acme");
        assertThat(hosts.getFirst().since()).isEqualTo(JUNE_2);
    }

    @Test
    void anAddressWithoutAHostIsAHostOfItsOwn() {
        assertThat(UnreadableHost.hostOf("javascript:alert(1)")).isEqualTo("javascript:alert(1)");
        assertThat(UnreadableHost.hostOf("https://a_b.example:8443/x")).isEqualTo("a_b.example");
    }

    private static Unreadable page(String url, Instant since, String outcome, String... companies) {
        return new Unreadable(1, url, new Attempt(JUNE_2, false, outcome, "so it was"), since, List.of(companies));
    }
}
