package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant AT = Instant.parse("2026-06-28T06:00:00Z");

    @Test
    void tellsWhatOpenedBeforeWhatClosed() {
        var digest = Digest.of(AT, List.of(alert("Acme", "not confirmed")), List.of(alert("Zenith", "was stale")), 7);

        assertThat(digest.text()).isEqualTo("""
                Evidence Watch: 1 opened, 1 closed, 7 still open

                Opened:
                - Acme: not confirmed

                Closed, no longer so:
                - Zenith: was stale

                All of them: ./evidence status
                """);
    }

    @Test
    void wordsFromPagesCannotEndALine() {
        var digest = Digest.of(AT, List.of(alert("Acme\r\nBcc: all@example.org", "a\u2028b\u0085c\td")), List.of(), 0);

        assertThat(digest.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.text()).isEqualTo("Acme Bcc: all@example.org: a b c d"));
        assertThat(digest.subject()).isEqualTo("Evidence Watch: 1 opened, 0 closed, 0 still open");
    }

    private static Alert alert(String company, String detail) {
        return new Alert(1, Finding.STALE, "citation:1", Optional.of(company), detail, AT);
    }
}
