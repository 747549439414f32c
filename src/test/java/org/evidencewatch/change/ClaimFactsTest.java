package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.change.ClaimPages.READER;

import java.util.Optional;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.Role;
import org.junit.jupiter.api.Test;

class ClaimFactsTest {

    private static final String SUMMARY =
            "Plans can be paused for up to 3 months. You can ask for a refund within 14 days of the payment. The refund desk"
                    + " has a nice view.";

    @Test
    void factsOfTheClaimsDimensionComeFirst() {
        var claim = claim(
                Dimension.PAUSE,
                "You can ask for a refund within 30 days of the payment. Plans can be paused for up to 3 months.");
        assertThat(claim.own()).extracting(fact -> fact.role().dimension()).containsOnly(Dimension.PAUSE);
        assertThat(claim.stated().others())
                .extracting(fact -> fact.role().dimension())
                .containsOnly(Dimension.REFUND);
        assertThat(claim.all())
                .startsWith(claim.own().getFirst())
                .endsWith(claim.stated().others().getLast());
        assertThat(claim.of(Role.PAUSE_LENGTH_MAX))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value().text()).isEqualTo("P3M"));
    }

    @Test
    void sentencesWithoutAFactAreKeptForTheirWords() {
        assertThat(claim(Dimension.PAUSE, "Plans can be paused for up to 3 months. The button is blue.")
                        .bare())
                .containsExactly("The button is blue.");
    }

    @Test
    void forABareAddressTheSummarySpeaks() {
        var claim = claim(Dimension.REFUND, "https://help.acme.example/refunds");
        assertThat(claim.own()).extracting(fact -> fact.value().text()).contains("P14D");
        assertThat(claim.own()).extracting(fact -> fact.role().dimension()).containsOnly(Dimension.REFUND);
        assertThat(claim.bare())
                .contains("The refund desk has a nice view.")
                .noneMatch(words -> words.contains("paused"));
    }

    @Test
    void aClaimThatStatesSomethingNeedsNoSummary() {
        assertThat(claim(Dimension.REFUND, "You can ask for a refund within 30 days of the payment.")
                        .stated()
                        .own())
                .extracting(fact -> fact.value().text())
                .contains("P30D")
                .doesNotContain("P14D");
    }

    private static ClaimFacts claim(Dimension dimension, String statement) {
        return ClaimFacts.of(READER, dimension, statement, Optional.of(SUMMARY));
    }
}
