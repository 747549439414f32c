package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgesTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    @Test
    void everyCitationIsInOneClass() {
        var citations = Stream.of(-1, 0, 1, 2, 3, 6, 7, 13, 14, 29, 30, 89, 90, 4_000)
                .map(AgesTest::confirmed)
                .toList();

        var spans = Ages.of(citations, NOW);

        assertThat(spans)
                .extracting(Ages.Span::days)
                .containsExactly("0", "1", "2", "3–6", "7–13", "14–29", "30–89", "90+");
        assertThat(spans).extracting(Ages.Span::citations).containsExactly(2, 1, 1, 2, 2, 2, 2, 2);
    }

    @Test
    void whatIsBeyondTheLimitIsStaleToTheSecond() {
        var citations = List.of(confirmed(14), confirmed(15));

        assertThat(Objective.of(citations, NOW, Duration.ofDays(14)))
                .isEqualTo(new Objective(2, 1, Duration.ofDays(14)));
        assertThat(Objective.of(citations, NOW.plusSeconds(1), Duration.ofDays(14))
                        .within())
                .isZero();
    }

    @Test
    void aHundredPercentMeansAll() {
        assertThat(new Objective(1_000, 999, Duration.ofDays(1)).percent()).isEqualTo(99);
        assertThat(new Objective(1_000, 1_000, Duration.ofDays(1)).percent()).isEqualTo(100);
        assertThat(new Objective(0, 0, Duration.ofDays(1)).percent()).isEqualTo(100);
    }

    private static CitationClock confirmed(int daysAgo) {
        return new CitationClock(
                1,
                1,
                1,
                "acme",
                "Acme",
                "https://acme.example/",
                NOW.minus(Duration.ofDays(5_000)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofDays(daysAgo))),
                Optional.empty());
    }
}
